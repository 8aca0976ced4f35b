namespace Stryke.Web.Http;

/// <summary>What became of an exchange, as an <see cref="IExchangeObserver"/> is told.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">The status that was sent; 0 when none was.</param>
/// <param name="BodyBytesSent">
/// Bytes of the answer's body that were handed over to be sent, without the chunked coding; of one that broke off, those that left.
/// </param>
/// <param name="BodyBytesReceived">Bytes of the request's body that were taken, without the chunked coding.</param>
/// <param name="StartedAt">
/// When the first byte of the request was looked at, as a <see cref="System.Diagnostics.Stopwatch"/> time stamp.
/// </param>
public readonly record struct ExchangeEnd(ExchangeOutcome Outcome, int Status, long BodyBytesSent, long BodyBytesReceived, long StartedAt);
