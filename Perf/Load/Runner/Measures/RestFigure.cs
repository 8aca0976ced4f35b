namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>What a contender costs when nobody asks.</summary>
/// <param name="Contender">Key of the contender.</param>
/// <param name="ColdStartMs">From starting the program to the first whole response.</param>
/// <param name="ResidentBytes">Resident after the first response.</param>
/// <param name="BytesPerConnection">What each of many idle keep-alive connections adds to that, each having been answered once.</param>
internal sealed record RestFigure(string Contender, Sample? ColdStartMs, double? ResidentBytes, double? BytesPerConnection);
