namespace Stryke.Web.Actors.Net;

/// <summary>An actor system listens.</summary>
public static class ActorSystemListening
{
    /// <summary>Listens on one address; see the other overload.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="InvalidOperationException">Called on a core, which would wait for itself.</exception>
    public static Listener Listen(
        this ActorSystem system,
        ListenTarget target,
        ListenerOptions options,
        Func<Core, ConnectionFactory> factory
    ) => system.Listen([target], options, factory);

    /// <summary>
    /// Listens on all of <paramref name="targets"/>, or on none when one of them cannot be. The limits of <paramref name="options"/> hold
    /// for all together. Every core accepts on every address. Port 0 takes a free port, the same for all cores.
    /// <paramref name="factory"/> is called once on each core and makes what then makes that core's connections.
    /// </summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="InvalidOperationException">Called on a core, which would wait for itself.</exception>
    public static Listener Listen(
        this ActorSystem system,
        IReadOnlyList<ListenTarget> targets,
        ListenerOptions options,
        Func<Core, ConnectionFactory> factory
    )
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfZero(targets.Count);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(factory);
        if (Core.Current is not null)
            throw new InvalidOperationException("Listen waits for all cores and cannot be called on one.");
        ObjectDisposedException.ThrowIf(system.IsStopping, system);
        var factories = system.RunOnAll(core => factory(core));
        var reactors = system.Cores.Select(core => (SocketReactor)core.Reactor).ToArray();
        var (sockets, endPoints) = reactors[0].OpenListenSockets(targets, reactors.Length, options);
        var quota = new ConnectionQuota(options.MaxConnections, options.MaxConnectionsPerAddress);
        Acceptor[] acceptors =
        [
            .. sockets.Select(socket => new Acceptor(reactors[socket.Core], socket, factories[socket.Core], options, quota)),
        ];
        var listener = new Listener(endPoints, acceptors);
        system.BeforeStop(listener.RemoveFiles);
        system.RunOnAll(core =>
        {
            foreach (var acceptor in acceptors.Where(acceptor => acceptor.Core == core))
                ((SocketReactor)core.Reactor).AddAcceptor(acceptor);
            return true;
        });
        return listener;
    }
}
