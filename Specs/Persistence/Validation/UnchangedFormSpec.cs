using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Validation;

/// <summary>An edit form that is sent back as it was shown changes nothing; one that was edited changes what was.</summary>
public sealed class UnchangedFormSpec
{
    private static readonly DateTime Noon = new(2026, 4, 26, 12, 30, 15, 123, DateTimeKind.Utc);

    [Fact]
    public async Task The_text_of_every_column_is_no_change()
    {
        using var place = LibraryPlace.Open();
        foreach (var one in Specimens.All)
        {
            await one.Save();
            var found = await Specimen.Get(one.Id);
            foreach (var column in SpecimenTable.Self.Columns.Skip(1))
                found.AssignText(column, found.GetText(column) ?? "");
            Assert.Empty(found.Changed);
            Assert.True(await found.Validate());
            for (int i = 1; i < SpecimenTable.Self.Columns.Count; i++)
                Assert.Equal(one.ColumnValue(i).ToString(), found.ColumnValue(i).ToString());
        }
    }

    [Theory]
    [InlineData("2026-04-26T12:30:15.123", false)]
    [InlineData("2026-04-26T12:30:15.1234567", false)]
    [InlineData("2026-04-26 12:30:15.123", false)]
    [InlineData("2026-04-26T12:30:15.123Z", false)]
    [InlineData("2026-04-26T14:30:15.123+02:00", false)]
    [InlineData("2026-04-26", false)]
    [InlineData("2026-04-26T12:30:15.12", true)]
    [InlineData("2026-04-26T12:30:15", true)]
    [InlineData("2026-04-26T12:30", true)]
    [InlineData("2026-04-26T12:30:15.123+02:00", true)]
    [InlineData("2026-04-27", true)]
    public void A_time_is_changed_by_what_a_field_can_say(string text, bool isChanged)
    {
        var specimen = Saved(new Specimen { Time = Noon.AddTicks(4567), TimeOrNull = Noon.AddTicks(4567) });
        specimen.AssignText(SpecimenTable.Time, text);
        specimen.AssignText(SpecimenTable.TimeOrNull, text);
        Assert.Equal(isChanged ? 2 : 0, specimen.Changed.Count);
    }

    [Fact]
    public void Browsers_send_line_ends_as_CR_LF_which_is_no_change_and_an_edit_is_one()
    {
        var specimen = Saved(new Specimen { Text = "a\n\nb", TextOrNull = "\n" });
        specimen.AssignText(SpecimenTable.Text, "a\r\n\r\nb");
        specimen.AssignText(SpecimenTable.TextOrNull, "\r\n");
        Assert.Empty(specimen.Changed);
        specimen.AssignText(SpecimenTable.TextOrNull, "\u2028\r");
        Assert.Equal([SpecimenTable.TextOrNull], specimen.Changed);
        specimen = Saved(specimen);
        specimen.AssignText(SpecimenTable.Text, "a\r\nb");
        Assert.Equal([SpecimenTable.Text], specimen.Changed);
    }

    [Fact]
    public void Another_way_to_write_the_same_value_is_no_change()
    {
        var specimen = Saved(
            new Specimen
            {
                Decimal = 1.50m,
                Double = 0.1,
                Int = 7,
                Bytes = [1],
                BytesOrNull = [],
                Shelf = Shelf.Poetry,
                Bool = true,
            }
        );
        specimen.AssignText(SpecimenTable.Decimal, "1.5");
        specimen.AssignText(SpecimenTable.Double, "1e-1");
        specimen.AssignText(SpecimenTable.Int, " 007 ");
        specimen.AssignText(SpecimenTable.Bytes, "AQ==");
        specimen.AssignText(SpecimenTable.BytesOrNull, "");
        specimen.AssignText(SpecimenTable.Shelf, "poetry");
        specimen.AssignText(SpecimenTable.Bool, "on");
        Assert.Empty(specimen.Changed);
        Assert.Equal("1.50", specimen.GetText(SpecimenTable.Decimal));
        specimen.AssignText(SpecimenTable.Bytes, "Ag==");
        Assert.Equal([SpecimenTable.Bytes], specimen.Changed);
    }

    private static Specimen Saved(Specimen specimen)
    {
        specimen.ChangedBits = 0;
        specimen.IsNewRecord = false;
        return specimen;
    }
}
