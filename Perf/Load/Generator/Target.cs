namespace Stryke.Web.Perf.Generator;

/// <summary>What all connections have in common: where to, and the bytes that they send.</summary>
internal sealed class Target
{
    public Target(Demand demand)
    {
        Port = demand.Port;
        Requests = demand.Requests;
        IsHeld = demand.Hold;
        if (demand.Body is { } path)
        {
            Body = File.OpenHandle(path);
            BodyBytes = RandomAccess.GetLength(Body);
        }
        Head = demand.Head(BodyBytes, isLast: false);
        LastHead = demand.Head(BodyBytes, isLast: true);
    }

    public int Port { get; }

    /// <summary>Requests on each connection; 0 for no end.</summary>
    public int Requests { get; }

    /// <summary>Whether a connection asks once and stays.</summary>
    public bool IsHeld { get; }

    public byte[] Head { get; }

    public byte[] LastHead { get; }

    public Microsoft.Win32.SafeHandles.SafeFileHandle? Body { get; }

    public long BodyBytes { get; }
}
