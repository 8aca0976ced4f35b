using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Validation;

/// <summary>What a form sends becomes values, or errors beside what was sent.</summary>
public sealed class InputSpec
{
    [Theory]
    [InlineData("Int", "abc", "is not a number")]
    [InlineData("Int", "", "can't be blank")]
    [InlineData("Int", "99999999999", "is too large (maximum is 2147483647)")]
    [InlineData("Int", "-99999999999", "is too small (minimum is -2147483648)")]
    [InlineData("Int", "12\0", "is not a number")]
    [InlineData("Int", "\t12", "is not a number")]
    [InlineData("Int", "1\u0085", "is not a number")]
    [InlineData("IntOrNull", "\n", "is not a number")]
    [InlineData("Long", "٣", "is not a number")]
    [InlineData("Long", "+1", "is not a number")]
    [InlineData("Int", "1,000", "is not a number")]
    [InlineData("Long", "1.5", "is not a whole number")]
    [InlineData("Double", "NaN", "is not a number")]
    [InlineData("Double", "-Infinity", "is not a number")]
    [InlineData("Double", "∞", "is not a number")]
    [InlineData("Double", "1e999", "is too large (maximum is 1.7976931348623157E+308)")]
    [InlineData("DecimalOrNull", "NaN", "is not a number")]
    [InlineData("Decimal", "(5)", "is not a number")]
    [InlineData("Decimal", "$5", "is not a number")]
    [InlineData("Decimal", "5-", "is not a number")]
    [InlineData("Decimal", "79228162514264337593543950336", "is too large (maximum is 79228162514264337593543950335)")]
    [InlineData("Decimal", "0.00000000000000000000000000001", "has too many digits (28 are kept)")]
    [InlineData("Decimal", "1.000,5", "is not a number")]
    [InlineData("Bool", "maybe", "is neither yes nor no")]
    [InlineData("Time", "tomorrow", "is not a date and time")]
    [InlineData("Time", "12:30", "is not a date and time")]
    [InlineData("Time", "1.2", "is not a date and time")]
    [InlineData("Time", "03/04/2026", "is not a date and time")]
    [InlineData("Time", "2026-04-26T24:00", "is not a date and time")]
    [InlineData("Time", "0001-01-01T00:00+02:00", "is too small (minimum is 0001-01-01T00:00:00Z)")]
    [InlineData("Date", "2026-02-30", "is not a date")]
    [InlineData("Date", "03/04/2026", "is not a date")]
    [InlineData("Date", "2026-04-26T00:00", "is not a date")]
    [InlineData("Guid", "0f8fad5bd9cb469fa16570867728950e", "is not a GUID")]
    [InlineData("Bytes", "AQ\nID", "is not Base64")]
    [InlineData("Shelf", "", "can't be blank")]
    [InlineData("Shelf", "1", "is not included in the list")]
    [InlineData("Shelf", "Fiction,Poetry", "is not included in the list")]
    [InlineData("ShelfOrNull", "Fiction, Science", "is not included in the list")]
    [InlineData("Guid", "12", "is not a GUID")]
    [InlineData("Bytes", "***", "is not Base64")]
    [InlineData("Shelf", "Attic", "is not included in the list")]
    [InlineData("Shelf", "3", "is not included in the list")]
    public async Task What_is_no_value_is_an_error_and_is_shown_again(string property, string text, string message)
    {
        using var place = LibraryPlace.Open();
        Specimen specimen = new();
        var column = SpecimenTable.Self.Find(property)!;

        Send(specimen, column, text);

        Assert.Equal(text, specimen.GetText(column));
        Assert.False(await specimen.Save());
        Assert.Equal([message], specimen.Errors.On(column));
        Assert.Equal(text, specimen.GetText(column));
    }

    [Theory]
    [InlineData("Int", " -12 ", "-12")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Double", "1.5e3", "1500")]
    [InlineData("Decimal", "12.50", "12.50")]
    [InlineData("Decimal", "1e3", "1000")]
    [InlineData("Decimal", ".5", "0.5")]
    [InlineData("Bool", "on", "1")]
    [InlineData("Bool", "0", "0")]
    [InlineData("Time", "2026-04-26T12:30", "2026-04-26T12:30:00")]
    [InlineData("Time", "2026-04-26T12:30:15+02:00", "2026-04-26T10:30:15")]
    [InlineData("Date", "2026-04-26", "2026-04-26")]
    [InlineData("Guid", "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("Bytes", "AQID", "AQID")]
    [InlineData("Shelf", "poetry", "Poetry")]
    [InlineData("Shelf", " POETRY ", "Poetry")]
    [InlineData("Text", "  as it is ", "  as it is ")]
    [InlineData("TextOrNull", "", null)]
    [InlineData("IntOrNull", " ", null)]
    [InlineData("TimeOrNull", "", null)]
    [InlineData("ShelfOrNull", "", null)]
    public async Task What_is_a_value_is_one(string property, string text, string? shown)
    {
        using var place = LibraryPlace.Open();
        Specimen specimen = new()
        {
            TextOrNull = "x",
            IntOrNull = 1,
            TimeOrNull = DateTime.UtcNow,
            ShelfOrNull = Shelf.Fiction,
        };
        var column = SpecimenTable.Self.Find(property)!;

        Send(specimen, column, text);

        Assert.Equal(shown, specimen.GetText(column));
        Assert.True(await specimen.Save());
    }

    [Fact]
    public async Task Setting_a_value_takes_the_rejected_text_away()
    {
        using var place = LibraryPlace.Open();
        Specimen specimen = new();
        Column column = SpecimenTable.Int;
        Send(specimen, column, "abc");
        specimen.Int = 0;
        Assert.Equal("0", specimen.GetText(column));
        Assert.True(await specimen.Save());
        Send(specimen, column, "abc");
        Send(specimen, column, "5");
        Assert.True(await specimen.Save());
        Assert.Equal(5, (await Specimen.Get(specimen.Id)).Int);
    }

    [Fact]
    public void The_id_cannot_be_assigned() => Assert.Throws<ArgumentException>(() => Send(new Specimen(), SpecimenTable.Id, "5"));

    private static void Send(Model model, Column column, string? text) => model.AssignText(column, text);
}
