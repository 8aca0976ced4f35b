using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>The middleware of an app: its steps, outermost first; and those of its API.</summary>
internal sealed record MiddlewareModel(
    EquatableArray<MiddlewareStep> Steps,
    EquatableArray<MiddlewareStep> ApiSteps,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    private const string Chains = "global::Stryke.Web.Middleware.Chains.";

    private static readonly MiddlewareStep Uploads = Ours("Uploads", waits: true);

    /// <summary>What an API has that says nothing: no sessions, so nothing to forge.</summary>
    public static EquatableArray<MiddlewareStep> DefaultApi { get; } = new[] { Ours("SecurityHeaders"), Uploads }.ToEquatableArray();

    /// <summary>What an app has that says nothing.</summary>
    public static MiddlewareModel Default { get; } =
        new(
            new[] { Ours("SecurityHeaders"), Ours("StaticAssets"), Uploads, Ours("Sessions"), Ours("Csrf") }.ToEquatableArray(),
            DefaultApi,
            EquatableArray<DiagnosticInfo>.Empty
        );

    /// <summary>
    /// The type of the chain: <c>Chain&lt;A, Chain&lt;B, EndOfChain&gt;&gt;</c>; for an app with API controllers a fork of two.
    /// </summary>
    public string ChainType(bool hasApi) => hasApi ? $"{Chains}Fork<{ChainOf(Steps)}, {ChainOf(ApiSteps)}>" : ChainOf(Steps);

    private static string ChainOf(EquatableArray<MiddlewareStep> steps) =>
        steps
            .Reverse()
            .Aggregate(Chains + "EndOfChain", (inner, step) => $"{Chains}{(step.Waits ? "AsyncChain" : "Chain")}<{step.Type}, {inner}>");

    private static MiddlewareStep Ours(string name, bool waits = false) => new("global::Stryke.Web.Middleware.Steps." + name, waits);
}
