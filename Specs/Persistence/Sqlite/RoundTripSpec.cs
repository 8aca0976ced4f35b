using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

/// <summary>Values of every type come back as they went.</summary>
public sealed class RoundTripSpec
{
    [Fact]
    public void Values_of_every_type_come_back_as_they_went()
    {
        using var place = LibraryPlace.Open();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Specimens().ToArbitrary(), specimen => ComesBack(specimen).GetAwaiter().GetResult())
        );

        static async Task ComesBack(Specimen specimen)
        {
            Assert.True(await specimen.Save());
            var found = await Specimen.Get(specimen.Id);
            for (int i = 0; i < SpecimenTable.Self.Columns.Count; i++)
                Assert.Equal(Shown(specimen, i), Shown(found, i));
            Assert.Equal(specimen.Bytes, found.Bytes);
            Assert.Equal(specimen.BytesOrNull, found.BytesOrNull);
            Assert.Equal(DateTimeKind.Utc, found.Time.Kind);
            found.TextOrNull += "!";
            found.Bytes = [.. found.Bytes, 0];
            await found.Save();
            Assert.Equal(found.Bytes, (await Specimen.Get(specimen.Id)).Bytes);
        }
    }

    [Fact]
    public async Task The_ends_of_every_type_come_back()
    {
        using var place = LibraryPlace.Open();
        var least = await Specimen.Create(
            new Specimen
            {
                Int = int.MinValue,
                Long = long.MinValue,
                Double = double.NegativeInfinity,
                Decimal = decimal.MinValue,
                Time = DateTime.MinValue,
                Date = DateOnly.MinValue,
                Guid = Guid.Empty,
            }
        );
        var most = await Specimen.Create(
            new Specimen
            {
                Text = "a\0b" + new string('x', 100_000),
                Int = int.MaxValue,
                Long = long.MaxValue,
                Double = double.Epsilon,
                Decimal = 0.0000000000000000000000000001m,
                Time = DateTime.MaxValue,
                Date = DateOnly.MaxValue,
                Guid = Guid.AllBitsSet,
                Bytes = new byte[100_000],
            }
        );

        foreach (var one in new[] { least, most })
        {
            var found = await Specimen.Get(one.Id);
            for (int i = 0; i < SpecimenTable.Self.Columns.Count; i++)
                Assert.Equal(Shown(one, i), Shown(found, i));
        }
    }

    [Fact]
    public async Task NaN_is_refused_because_it_would_come_back_as_null()
    {
        using var place = LibraryPlace.Open();
        var error = await Assert.ThrowsAsync<Stryke.Web.Persistence.DatabaseException>(() =>
            Specimen.Create(new Specimen { Double = double.NaN })
        );
        Assert.Equal("NaN cannot be stored: use null, or a number.", error.Message);
    }

    [Fact]
    public async Task What_other_programs_wrote_is_read_or_named()
    {
        using var place = LibraryPlace.Open();
        var one = await Specimen.Create(new Specimen());
        await place.Database.Execute("UPDATE specimens SET time = datetime('2026-04-26 12:30:00'), decimal = 12.5, date = '2026-04-26'");
        var found = await Specimen.Get(one.Id);
        Assert.Equal(new DateTime(2026, 4, 26, 12, 30, 0, DateTimeKind.Utc), found.Time);
        Assert.Equal(12.5m, found.Decimal);

        await place.Database.Execute("UPDATE specimens SET time = 'yesterday'");
        var error = await Assert.ThrowsAsync<Stryke.Web.Persistence.DatabaseException>(async () => await Specimen.Get(one.Id));
        Assert.Equal("time holds \"yesterday\", which is not a time.", error.Message);
    }

    private static string Shown(Specimen specimen, int ordinal) => specimen.ColumnValue(ordinal).ToString();

    private static Gen<Specimen> Specimens()
    {
        var texts = Gen.Elements('a', 'Z', ' ', '\'', '"', '\\', '\n', '\0', '%', 'é', '日', ';')
            .ListOf()
            .Select(chars => new string([.. chars]))
            .Or(Gen.Elements("", "🂡", "NULL", "1e3", "007"));
        var longs = Gen.OneOf(Gen.Elements(0L, -1, 1, long.MaxValue, long.MinValue), Gen.Choose(-1000, 1000).Select(n => (long)n));
        var doubles = Gen.OneOf(
            Gen.Elements(0d, -0.1, 1e300, double.MaxValue, double.Epsilon, double.PositiveInfinity),
            Gen.Choose(-1000, 1000).Select(n => n / 7d)
        );
        var decimals = Gen.Choose(-99999, 99999)
            .SelectMany(n => Gen.Choose(0, 28).Select(scale => new decimal(Math.Abs(n), n, 0, n < 0, (byte)scale)));
        var times = Gen.Choose(0, int.MaxValue).Select(n => new DateTime(n * 1_469_000_013L, DateTimeKind.Utc));
        var bytes = Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf();
        return from text in texts
            from whole in longs
            from real in doubles
            from exact in decimals
            from time in times
            from data in bytes
            from some in Gen.Choose(0, 1)
            from shelf in Gen.Elements(Shelf.Fiction, Shelf.Science, Shelf.Poetry)
            from guid in Gen.Fresh(Guid.NewGuid)
            select new Specimen
            {
                Text = text,
                TextOrNull = some == 0 ? null : text,
                Bool = some == 0,
                BoolOrNull = whole == 0 ? null : whole > 0,
                Int = (int)whole,
                IntOrNull = some == 0 ? null : (int)whole,
                Long = whole,
                LongOrNull = some == 0 ? null : whole,
                Double = real,
                DoubleOrNull = some == 0 ? null : real,
                Decimal = exact,
                DecimalOrNull = some == 0 ? null : exact,
                Time = time,
                TimeOrNull = some == 0 ? null : time,
                Date = DateOnly.FromDateTime(time),
                DateOrNull = some == 0 ? null : DateOnly.FromDateTime(time),
                Guid = guid,
                GuidOrNull = some == 0 ? null : guid,
                Bytes = data,
                BytesOrNull = some == 0 ? null : data,
                Shelf = shelf,
                ShelfOrNull = some == 0 ? null : shelf,
            };
    }
}
