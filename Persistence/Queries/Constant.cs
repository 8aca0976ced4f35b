namespace Stryke.Web.Persistence.Queries;

/// <summary>A condition that every row meets, or none.</summary>
internal sealed class Constant : Condition
{
    private readonly bool _holds;

    private Constant(bool holds) => _holds = holds;

    public static Constant Always { get; } = new(true);

    public static Constant Never { get; } = new(false);

    internal override Condition Negate() => _holds ? Never : Always;

    internal override void Shape(ShapeWriter shape) => shape.Add(_holds ? 'T' : 'F');

    internal override void Write(SqlWriter sql) => sql.Append(_holds ? "1 = 1" : "1 = 0");
}
