namespace Stryke.Web.Specs.Examples;

/// <summary>How a command of the blog ended, and what it said.</summary>
internal sealed record BlogResult(int ExitCode, string Output, string Error);
