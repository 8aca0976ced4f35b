using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>The middleware of an app: its steps, outermost first, by their types in full; and those of its API.</summary>
internal sealed record MiddlewareModel(
    EquatableArray<string> Steps,
    EquatableArray<string> ApiSteps,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    private const string Space = "global::Stryke.Web.Middleware.";

    /// <summary>What an API has that says nothing: no sessions, so nothing to forge.</summary>
    public static EquatableArray<string> DefaultApi { get; } = Ours("SecurityHeaders");

    /// <summary>What an app has that says nothing.</summary>
    public static MiddlewareModel Default { get; } =
        new(Ours("SecurityHeaders", "StaticAssets", "Sessions", "Csrf"), DefaultApi, EquatableArray<DiagnosticInfo>.Empty);

    /// <summary>
    /// The type of the chain: <c>Chain&lt;A, Chain&lt;B, EndOfChain&gt;&gt;</c>; for an app with API controllers a fork of two.
    /// </summary>
    public string ChainType(bool hasApi) => hasApi ? $"{Space}Fork<{ChainOf(Steps)}, {ChainOf(ApiSteps)}>" : ChainOf(Steps);

    private static string ChainOf(EquatableArray<string> steps) =>
        steps.Reverse().Aggregate(Space + "EndOfChain", (inner, step) => $"{Space}Chain<{step}, {inner}>");

    private static EquatableArray<string> Ours(params string[] names) => names.Select(name => Space + name).ToEquatableArray();
}
