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
    [InlineData("Int", "99999999999", "is not a number")]
    [InlineData("Int", "1,000", "is not a number")]
    [InlineData("Long", "1.5", "is not a number")]
    [InlineData("Double", "NaN", "is not a number")]
    [InlineData("Double", "1e999", "is not a number")]
    [InlineData("Decimal", "1.000,5", "is not a number")]
    [InlineData("Bool", "maybe", "is neither yes nor no")]
    [InlineData("Time", "tomorrow", "is not a date and time")]
    [InlineData("Date", "2026-02-30", "is not a date")]
    [InlineData("Guid", "12", "is not a GUID")]
    [InlineData("Bytes", "***", "is not Base64")]
    [InlineData("Shelf", "Attic", "is not included in the list")]
    [InlineData("Shelf", "3", "is not included in the list")]
    public async Task What_is_no_value_is_an_error_and_is_shown_again(string property, string text, string message)
    {
        using var place = LibraryPlace.Open();
        Specimen specimen = new();
        Column column = SpecimenTable.Self.Find(property)!;

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
    [InlineData("Bool", "on", "1")]
    [InlineData("Bool", "0", "0")]
    [InlineData("Time", "2026-04-26T12:30", "2026-04-26T12:30:00")]
    [InlineData("Time", "2026-04-26T12:30:15+02:00", "2026-04-26T10:30:15")]
    [InlineData("Date", "2026-04-26", "2026-04-26")]
    [InlineData("Guid", "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("Bytes", "AQID", "AQID")]
    [InlineData("Shelf", "poetry", "Poetry")]
    [InlineData("Shelf", "7", "Poetry")]
    [InlineData("Text", "  as it is ", "  as it is ")]
    [InlineData("TextOrNull", "", null)]
    [InlineData("IntOrNull", " ", null)]
    [InlineData("TimeOrNull", "", null)]
    [InlineData("ShelfOrNull", "", null)]
    public async Task What_is_a_value_is_one(string property, string text, string? shown)
    {
        using var place = LibraryPlace.Open();
        Specimen specimen = new() { TextOrNull = "x", IntOrNull = 1, TimeOrNull = DateTime.UtcNow, ShelfOrNull = Shelf.Fiction };
        Column column = SpecimenTable.Self.Find(property)!;

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
