// generator --port N --path PATH [options]: asks a server on loopback for one path and prints one line of what it counted.
// Read it in this order: Demand, Clients, Client, Response.

using System.Globalization;
using Stryke.Web.Perf.Generator;

if (!Demand.TryParse(args, out var demand, out string error))
{
    Console.Error.WriteLine(error);
    return 2;
}

try
{
    var clients = new Clients(demand);
    if (demand.Hold)
    {
        clients.Hold();
        Console.WriteLine("holding");
        Console.In.ReadToEnd();
        return 0;
    }
    var counted = clients.Run();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"requests={counted.Requests} connections={counted.Connections} bytes={counted.Bytes} seconds={counted.Seconds:F6} "
                + $"cpu={counted.CpuSeconds:F6}"
        )
    );
    return 0;
}
catch (InvalidOperationException problem)
{
    Console.Error.WriteLine($"generator: {problem.Message}");
    return 1;
}
