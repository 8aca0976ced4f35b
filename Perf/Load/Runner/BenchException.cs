namespace Stryke.Web.Perf.Runner;

/// <summary>Something that makes the comparison meaningless: it ends the run with its message.</summary>
internal sealed class BenchException(string message) : Exception(message);
