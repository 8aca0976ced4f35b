using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>The middleware of an app: its steps, outermost first, by their types in full.</summary>
internal sealed record MiddlewareModel(EquatableArray<string> Steps, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>What an app has that says nothing.</summary>
    public static MiddlewareModel Default { get; } = new(
        new[] { "SecurityHeaders", "StaticAssets", "Sessions", "Csrf" }.Select(n => "global::Stryke.Web.Middleware." + n).ToEquatableArray(),
        EquatableArray<DiagnosticInfo>.Empty);

    /// <summary>The type of the chain: <c>Chain&lt;A, Chain&lt;B, EndOfChain&gt;&gt;</c>.</summary>
    public string ChainType => Steps.Reverse().Aggregate(
        "global::Stryke.Web.Middleware.EndOfChain", (inner, step) => $"global::Stryke.Web.Middleware.Chain<{step}, {inner}>");
}
