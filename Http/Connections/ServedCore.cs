using Stryke.Web.Actors;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>What all connections of one core share: the application's instance for it, the options, and the encoded heads.</summary>
internal sealed class ServedCore<TApp>(Core core, HttpOptions options, TApp application)
    where TApp : struct, IHttpApplication
{
    /// <summary>A field, not a property: calls on it reach the struct itself, without a copy.</summary>
    public TApp Application = application;

    public Core Core { get; } = core;

    public HttpOptions Options { get; } = options;

    /// <summary>Unread bytes that a connection holds when no body is on its way: a head, and what was pipelined behind it.</summary>
    public int InputLimitBytes { get; } = InputLimitOf(options);

    public ResponseHeads Heads { get; } = new(options.ServerName);

    public static int InputLimitOf(HttpOptions options) => Math.Max(64 * 1024, options.MaxHeadBytes);
}
