using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Handover;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Both ends of a hand-over, as <c>[server] handover</c> sets it: what this process takes over from the one before it, and where the one
/// after it asks.
/// </summary>
internal sealed class TakeOver : IDisposable
{
    private readonly LaunchContext _context;
    private readonly HandoverPoint? _point;

    private TakeOver(LaunchContext context, Predecessor? predecessor, HandoverPoint? point)
    {
        _context = context;
        Predecessor = predecessor;
        _point = point;
    }

    /// <summary>The process that serves so far; null when there is none, or this one was not asked to take over.</summary>
    public Predecessor? Predecessor { get; }

    /// <summary>Completes with the process that has taken over from this one; never where none can.</summary>
    public Task<int> HandedOver => _point?.HandedOver ?? Never.Task;

    private static TaskCompletionSource<int> Never { get; } = new();

    /// <summary>
    /// Asks the predecessor for its sockets, and sees to it that the next process can ask here. Nothing has changed for the predecessor
    /// yet.
    /// </summary>
    /// <exception cref="StartException">A predecessor does not hand over, or the path cannot be used.</exception>
    public static TakeOver Begin(BootedApp app, bool isRequested)
    {
        if (app.Settings.Server.Handover is not { } setting)
        {
            return !isRequested
                ? new TakeOver(app.Context, null, null)
                : throw new StartException(
                    "--take-over: there is no path to ask at. Set handover in config/server.toml, [server], for both processes.",
                    ExitCodes.Configuration
                );
        }
        if (app.Settings.Runtime.Backend == Backend.Portable || !OperatingSystem.IsLinux())
        {
            throw new StartException(
                "[server] handover: the portable backend cannot hand its sockets over; epoll and io_uring can.",
                ExitCodes.Configuration
            );
        }
        string path = app.Context.PathOf(setting);
        var predecessor = isRequested ? Connect(path) : null;
        if (isRequested && predecessor is null)
            app.Context.Error.WriteLine($"--take-over: no process answers at {path}. Starting without a hand-over.");
        try
        {
            return new TakeOver(app.Context, predecessor, HandoverPoint.Prepare(path, replacesExisting: predecessor is not null));
        }
        catch (AddressInUseException)
        {
            predecessor?.Dispose();
            throw new StartException(
                $"Another process is serving with the hand-over path {path}. Start with serve --take-over to replace it, or "
                    + "set another path in config/server.toml, [server].",
                ExitCodes.Unavailable
            );
        }
        catch (ListenException refused)
        {
            predecessor?.Dispose();
            throw new StartException(
                $"{path} cannot be used for a hand-over: {refused.Reason}. It is set in config/server.toml, [server].",
                ExitCodes.Unavailable
            );
        }
    }

    /// <summary>This process serves: the predecessor may go, and the next one may come.</summary>
    /// <param name="server">What serves, and whose log has what becomes of the next one.</param>
    public void Complete(Server server)
    {
        if (Predecessor is not null && !Predecessor.TakeOver())
        {
            _context.Error.WriteLine($"--take-over: process {Predecessor.ProcessId} has ended already. Serving.");
        }
        Predecessor?.Dispose();
        _point?.Open(server.Listener, server.Log);
    }

    /// <summary>The next process may not come any more.</summary>
    public void Dispose()
    {
        Predecessor?.Dispose();
        _point?.Dispose();
    }

    private static Predecessor? Connect(string path)
    {
        try
        {
            return Predecessor.TryConnect(path);
        }
        catch (HandoverException refused)
        {
            throw new StartException($"--take-over: {refused.Message}", ExitCodes.Unavailable);
        }
    }
}
