using System.Diagnostics;

namespace Stryke.Web.Perf.Generator;

/// <summary>All connections of one run, on one thread and one epoll.</summary>
internal sealed unsafe class Clients
{
    private const int Capacity = 256,
        OpenAtOnce = 64;

    private readonly Demand _demand;
    private readonly Target _target;
    private readonly Client[] _clients;
    private readonly int _epoll = Libc.EpollCreate(0);

    public Clients(Demand demand)
    {
        _demand = demand;
        _target = new Target(demand);
        _clients = new Client[demand.Connections];
        for (int i = 0; i < _clients.Length; i++)
            _clients[i] = new Client(i, _target, _epoll);
    }

    /// <summary>What a run counted. <paramref name="Bytes"/> are those of bodies, in both directions.</summary>
    public readonly record struct Outcome(long Requests, long Connections, long Bytes, double Seconds, double CpuSeconds);

    public Outcome Run()
    {
        double cpu = Libc.CpuSeconds();
        long began = Stopwatch.GetTimestamp();
        foreach (var client in _clients)
            client.Open();

        long end = began + (long)(_demand.Seconds * Stopwatch.Frequency);
        long now;
        while ((now = Stopwatch.GetTimestamp()) < end)
        {
            foreach (int index in Turn((int)Math.Max(1, (end - now) * 1000 / Stopwatch.Frequency)))
            {
                if (_clients[index].Advance() == Progress.Ended)
                    _clients[index].Open();
            }
        }
        return new Outcome(
            _clients.Sum(client => client.Answered),
            _clients.Sum(client => client.Opened),
            _clients.Sum(client => client.BodyBytes),
            (now - began) / (double)Stopwatch.Frequency,
            Libc.CpuSeconds() - cpu
        );
    }

    /// <summary>Opens all connections, few at a time so that no queue of the server overflows, and has each ask once.</summary>
    public void Hold()
    {
        int opened = 0,
            answered = 0;
        while (opened < Math.Min(OpenAtOnce, _clients.Length))
            _clients[opened++].Open();
        while (answered < _clients.Length)
        {
            foreach (int index in Turn(-1))
            {
                var progress = _clients[index].Advance();
                if (progress == Progress.Ended)
                    throw new InvalidOperationException($"the server closed an idle connection while {answered} were held");
                if (progress != Progress.Answered)
                    continue;
                answered++;
                if (opened < _clients.Length)
                    _clients[opened++].Open();
            }
        }
    }

    private readonly int[] _ready = new int[Capacity];

    private ReadOnlySpan<int> Turn(int timeoutMs)
    {
        var events = stackalloc Libc.EpollEvent[Capacity];
        int count = Math.Max(0, Libc.EpollWait(_epoll, events, Capacity, timeoutMs));
        for (int i = 0; i < count; i++)
            _ready[i] = (int)events[i].Data;
        return _ready.AsSpan(0, count);
    }
}
