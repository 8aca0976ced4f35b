using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

/// <summary>
/// The keys of cached statements: queries with one key need the same SQL. On tables with so many columns that ordinals
/// are any character.
/// </summary>
public sealed class ShapeSpec
{
    private const int Width = 200;

    private static readonly Table<Wide> Table = Make();

    [Fact]
    public async Task Random_queries_get_the_SQL_that_they_would_get_without_a_cache()
    {
        using var place = await Open();
        using var bare = new Database(place.Watched);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(States().ToArbitrary(), state => AssertIsItsOwn(place.Database, bare, state))
        );
        Assert.True(place.Database.Statements.Count > 2_000, $"{place.Database.Statements.Count} shapes");
    }

    [Fact]
    public async Task Every_small_query_gets_the_SQL_that_it_would_get_without_a_cache()
    {
        using var place = await Open();
        using var bare = new Database(place.Watched);
        (long? Limit, long? Offset)[] cuts = [(null, null), (5, null), (5, 5)];
        foreach (var condition in Table.Columns.SelectMany(Of))
        {
            foreach (var (limit, offset) in cuts)
            {
                AssertIsItsOwn(
                    place.Database,
                    bare,
                    new QueryState<Wide>(Table)
                    {
                        Where = condition,
                        Limit = limit,
                        Offset = offset,
                    }
                );
            }
        }
    }

    [Fact]
    public async Task An_ordinal_that_is_written_like_an_operator_is_no_operator()
    {
        using var place = await Open();
        var plain = new QueryState<Wide>(Table) { Where = Comparison.Equal(Table.Columns['?'], DbValue.Of(1L)).Negate(), Limit = 5 };
        var nullable = new QueryState<Wide>(Table) { Where = Comparison.Equal(Table.Columns['L'], DbValue.Of(1L)).Negate() };
        Assert.EndsWith("WHERE \"c63\" <> ? LIMIT ?", QueryCompiler.Select(place.Database, plain).Sql.Text);
        Assert.EndsWith("WHERE (\"c76\" <> ? OR \"c76\" IS NULL)", QueryCompiler.Select(place.Database, nullable).Sql.Text);
    }

    private static async Task<LibraryPlace> Open()
    {
        var place = LibraryPlace.OpenEmpty();
        var columns = Table.Columns.Skip(1).Select(column => $", {column} INTEGER{(column.Ordinal % 2 == 1 ? " NOT NULL" : "")}");
        await place.Database.Execute($"CREATE TABLE wide (id INTEGER PRIMARY KEY{string.Concat(columns)})");
        return place;
    }

    private static void AssertIsItsOwn(Database cached, Database bare, QueryState<Wide> state)
    {
        Func<Database, Sql>[] statements =
        [
            database => QueryCompiler.Select(database, state).Sql,
            database => QueryCompiler.Count(database, state).Sql,
            database => QueryCompiler.Delete(database, state).Sql,
        ];
        foreach (var statement in statements)
        {
            bare.Statements.Clear();
            Assert.Equal(statement(bare).Text, statement(cached).Text);
        }
    }

    private static IEnumerable<Condition> Of(Column column)
    {
        DbValue one = DbValue.Of(1L),
            zero = DbValue.Of(0L);
        var equal = Comparison.Equal(column, one);
        return
        [
            equal,
            equal.Negate(),
            Comparison.Equal(column, zero),
            new NullCheck(column, isNull: true),
            new NullCheck(column, isNull: false),
            Comparison.Ordered(column, Comparison.Less, one),
            Comparison.Ordered(column, Comparison.Less, one).Negate(),
            InList.Of(column, [one, DbValue.Of(2L)]),
            InList.Of(column, [one, DbValue.Of(2L)]).Negate(),
            InList.Of(column, [zero, one]),
            equal & Comparison.Equal(Table.Columns[76], one),
            equal | Comparison.Equal(Table.Columns[63], one),
        ];
    }

    private static Gen<QueryState<Wide>> States() =>
        from condition in Gen.OneOf(Gen.Constant<Condition?>(null), Conditions(3).Select(one => (Condition?)one))
        from orders in Gen.Choose(0, Width).Select(ordinal => Table.Columns[ordinal]).ListOf(2)
        from count in Gen.Choose(0, 2)
        from isDescending in ArbMap.Default.GeneratorFor<bool>()
        from limit in ArbMap.Default.GeneratorFor<bool>()
        from offset in ArbMap.Default.GeneratorFor<bool>()
        select new QueryState<Wide>(Table)
        {
            Where = condition,
            Order = [.. orders.Take(count).Select(column => new OrderTerm(column, isDescending))],
            Limit = limit ? 3 : null,
            Offset = offset ? 3 : null,
        };

    private static Gen<Condition> Conditions(int depth)
    {
        var leaf =
            from ordinal in Gen.Choose(0, Width)
            from condition in Gen.Elements(Of(Table.Columns[ordinal]).ToArray())
            select condition;
        if (depth == 0)
            return leaf;
        var tree =
            from left in Conditions(depth - 1)
            from right in Conditions(depth - 1)
            from kind in Gen.Choose(0, 2)
            select kind == 0 ? left & right
            : kind == 1 ? left | right
            : left.Negate();
        return Gen.OneOf(leaf, tree);
    }

    private static Table<Wide> Make()
    {
        IEnumerable<Column> columns = Enumerable
            .Range(0, Width + 1)
            .Select(i => new ComparableColumn<long>(
                i,
                i == 0 ? "id" : $"c{i}",
                $"C{i}",
                $"C{i}",
                DbKind.Integer,
                isNullable: i % 4 == 0 && i > 0,
                DbValue.Of
            ));
        return new Table<Wide>("wide", "Wide", [.. columns], _ => throw new NotSupportedException());
    }

    /// <summary>Stands for a model; no row of it is read.</summary>
    private abstract class Wide : Model;
}
