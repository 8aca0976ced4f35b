namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// What must be true of a row: comparisons joined by <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>. Immutable.
/// <para>
/// A condition is true or false as in C#, never SQL's third value: a comparison with NULL is false, and <c>!</c> is pushed down to
/// the comparisons, where its opposite is written out. So <c>!(p.Rank &lt; 5)</c> finds the rows without a rank.
/// </para>
/// </summary>
public abstract class Condition
{
    private protected Condition() { }

    /// <summary>Both must hold.</summary>
    public static Condition operator &(Condition left, Condition right) => new Junction(left, right, isAnd: true);

    /// <summary>One must hold.</summary>
    public static Condition operator |(Condition left, Condition right) => new Junction(left, right, isAnd: false);

    /// <summary>It must not hold.</summary>
    public static Condition operator !(Condition condition) => condition.Negate();

    /// <summary>Never: lets <c>||</c> build both sides.</summary>
    public static bool operator true(Condition condition) => false;

    /// <summary>Never: lets <c>&amp;&amp;</c> build both sides.</summary>
    public static bool operator false(Condition condition) => false;

    /// <summary>How many conditions stand within each other at the deepest place.</summary>
    internal virtual int Depth => 1;

    internal abstract Condition Negate();

    /// <summary>Tells apart conditions that need different SQL, and gives the values in the order of their parameters.</summary>
    internal abstract void Shape(ShapeWriter shape);

    /// <summary>Writes the SQL, with a parameter for each value that <see cref="Shape"/> gives.</summary>
    internal abstract void Write(SqlWriter sql);
}
