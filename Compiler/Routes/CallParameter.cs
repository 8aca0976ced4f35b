namespace Stryke.Web.Compiler.Routes;

/// <summary>A parameter of a call in <c>Draw</c>, as the run time declares it.</summary>
/// <param name="Type">Its type, written in full.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">Whether it is null when it is left out.</param>
internal sealed record CallParameter(string Type, string Name, bool IsOptional = false)
{
    public bool IsList => Type.EndsWith("[]", StringComparison.Ordinal);

    public bool IsLambda => Type.StartsWith("global::System.Action<", StringComparison.Ordinal);

    public override string ToString() => IsOptional ? $"{Type}? {Name} = null" : $"{Type} {Name}";
}
