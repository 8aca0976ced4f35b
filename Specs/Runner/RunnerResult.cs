namespace Stryke.Web.Specs.Runner;

/// <summary>How a run of the specs' own program ended.</summary>
/// <param name="ExitCode">Its status.</param>
/// <param name="Output">Both its streams.</param>
internal sealed record RunnerResult(int ExitCode, string Output);
