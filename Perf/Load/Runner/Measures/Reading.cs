namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>One round of one contender in one row.</summary>
/// <param name="Rate">Requests, or bytes, in a second.</param>
/// <param name="Cpu">Server CPU: microseconds for a request, or milliseconds for a gigabyte (10⁹ bytes).</param>
/// <param name="ServerShare">How busy the server was (1 = a whole CPU).</param>
/// <param name="LoadShare">How busy the generator was.</param>
/// <param name="Disturbance">What else the machine did; null when it was quiet.</param>
internal readonly record struct Reading(double Rate, double Cpu, double ServerShare, double LoadShare, string? Disturbance);
