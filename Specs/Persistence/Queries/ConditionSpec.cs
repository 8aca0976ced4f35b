using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

/// <summary>A condition finds the rows that the same expression of C# finds.</summary>
public sealed class ConditionSpec
{
    private static readonly string?[] Texts = [null, "", "a", "A", "b", "ab", "a%", "a_", @"a\", "ä", "日"];
    private static readonly int?[] Numbers = [null, -1, 0, 1, 2, 3];
    private static readonly decimal?[] Prices = [null, -1.5m, 0m, 0.5m, 1m, 10m];
    private static readonly DateTime Day = new(2026, 4, 26, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Random_trees_of_conditions_agree_with_LINQ_over_the_same_rows()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Transaction(async () =>
        {
            var random = new Random(1);
            for (int i = 0; i < 60; i++)
                await Row(random).Save();
        });
        Specimen[] rows = [.. await Specimen.All.OrderBy(s => s.Id)];

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(Trees(4).ToArbitrary(), tree => Agrees(tree).GetAwaiter().GetResult())
        );

        async Task Agrees(Tree tree)
        {
            var expected = rows.Where(tree.Holds).Select(row => row.Id);
            var found = (await Specimen.Where(columns => tree.Build(columns)).OrderBy(s => s.Id)).Select(row => row.Id);
            Assert.True(
                expected.SequenceEqual(found),
                $"{tree}\n{Specimen.Where(columns => tree.Build(columns)).ToSql()}\n"
                    + $"expected {string.Join(",", expected)}\nfound {string.Join(",", found)}"
            );
        }
    }

    private static Specimen Row(Random random) =>
        new()
        {
            TextOrNull = Pick(Texts, random),
            Text = Pick(Texts, random) ?? "",
            Bool = random.Next(2) == 0,
            IntOrNull = Pick(Numbers, random),
            Int = Pick(Numbers, random) ?? 0,
            DecimalOrNull = Pick(Prices, random),
            Time = Day.AddDays(random.Next(4)),
            ShelfOrNull = Pick<Shelf?>([null, Shelf.Fiction, Shelf.Poetry], random),
        };

    private static T Pick<T>(T[] values, Random random) => values[random.Next(values.Length)];

    private static Gen<Tree> Trees(int depth)
    {
        var leaves = Gen.OneOf(
            from value in Gen.Elements(Texts)
            from op in Gen.Elements("==", "!=")
            select Text(op, value),
            from value in Gen.Elements(Texts.OfType<string>().ToArray())
            from op in Gen.Elements("<", ">", "<=", ">=", "like")
            select Text(op, value),
            from value in Gen.Elements(Numbers)
            from op in Gen.Elements("==", "!=", "<", ">", "<=", ">=")
            select Number(op, value),
            from values in Gen.Elements(Numbers).ListOf()
            select new Tree($"rank in [{string.Join(",", values)}]", c => c.IntOrNull.In(values), r => values.Contains(r.IntOrNull)),
            from value in Gen.Elements(Prices)
            from op in Gen.Elements("==", "<", ">=")
            select Price(op, value),
            from days in Gen.Choose(0, 4)
            select new Tree($"time < {days}", c => c.Time < Day.AddDays(days), r => r.Time < Day.AddDays(days)),
            Gen.Elements(Shelf.Fiction, Shelf.Science, Shelf.Poetry)
                .Select(shelf => new Tree($"shelf != {shelf}", c => c.ShelfOrNull != shelf, r => r.ShelfOrNull != shelf)),
            Gen.Constant(new Tree("bool", c => c.Bool, r => r.Bool))
        );
        if (depth == 0)
            return leaves;
        var inner = Trees(depth - 1);
        return Gen.OneOf(
            leaves,
            from a in inner
            from b in inner
            select new Tree($"({a} && {b})", c => a.Build(c) && b.Build(c), r => a.Holds(r) && b.Holds(r)),
            from a in inner
            from b in inner
            select new Tree($"({a} || {b})", c => a.Build(c) || b.Build(c), r => a.Holds(r) || b.Holds(r)),
            from a in inner
            select new Tree($"!{a}", c => !a.Build(c), r => !a.Holds(r))
        );
    }

    private static Tree Text(string op, string? value) =>
        op switch
        {
            "==" => new Tree($"text == {value}", c => c.TextOrNull == value, r => r.TextOrNull == value),
            "!=" => new Tree($"text != {value}", c => c.TextOrNull != value, r => r.TextOrNull != value),
            "<" => new Tree(
                $"text < {value}",
                c => c.TextOrNull < value,
                r => r.TextOrNull is { } text && string.CompareOrdinal(text, value) < 0
            ),
            ">" => new Tree(
                $"text > {value}",
                c => c.TextOrNull > value,
                r => r.TextOrNull is { } text && string.CompareOrdinal(text, value) > 0
            ),
            "<=" => new Tree(
                $"text <= {value}",
                c => c.TextOrNull <= value,
                r => r.TextOrNull is { } text && string.CompareOrdinal(text, value) <= 0
            ),
            ">=" => new Tree(
                $"text >= {value}",
                c => c.TextOrNull >= value,
                r => r.TextOrNull is { } text && string.CompareOrdinal(text, value) >= 0
            ),
            _ => new Tree(
                $"text contains {value}",
                c => c.TextOrNull.Contains(value!),
                r => r.TextOrNull is { } text && AsciiLower(text).Contains(AsciiLower(value!), StringComparison.Ordinal)
            ),
        };

    private static string AsciiLower(string text) => string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c));

    private static Tree Number(string op, int? value) =>
        op switch
        {
            "==" => new Tree($"rank == {value}", c => c.IntOrNull == value, r => r.IntOrNull == value),
            "!=" => new Tree($"rank != {value}", c => c.IntOrNull != value, r => r.IntOrNull != value),
            "<" => new Tree($"rank < {value}", c => c.IntOrNull < value, r => r.IntOrNull < value),
            ">" => new Tree($"rank > {value}", c => c.IntOrNull > value, r => r.IntOrNull > value),
            "<=" => new Tree($"rank <= {value}", c => c.IntOrNull <= value, r => r.IntOrNull <= value),
            _ => new Tree($"rank >= {value}", c => c.IntOrNull >= value, r => r.IntOrNull >= value),
        };

    private static Tree Price(string op, decimal? value) =>
        op switch
        {
            "==" => new Tree($"price == {value}", c => c.DecimalOrNull == value, r => r.DecimalOrNull == value),
            "<" => new Tree($"price < {value}", c => c.DecimalOrNull < value, r => r.DecimalOrNull < value),
            _ => new Tree($"price >= {value}", c => c.DecimalOrNull >= value, r => r.DecimalOrNull >= value),
        };

    /// <summary>One expression, twice: as a condition and over a row.</summary>
    private sealed record Tree(string Shown, Func<SpecimenColumns, Condition> Build, Func<Specimen, bool> Holds)
    {
        public override string ToString() => Shown;
    }
}
