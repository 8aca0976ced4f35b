namespace Stryke.Web.Perf.Attack;

/// <summary>Quiet and loaded rounds in turn against one server, so that what else the machine does meets both alike.</summary>
internal static class Attack
{
    /// <returns>False when the median ratio is above the bound.</returns>
    public static bool Run(string backend, Options options)
    {
        using var server = new Child(0, "serve", backend);
        int port = int.Parse(server.Greeting);
        using var crowd = new Child(1, "slow", server.Greeting);

        // Whatever is compiled and pooled at first use is not of the attack.
        Latencies.P99(port, 2);
        double[] ratios = new double[options.Rounds];
        for (int i = 0; i < ratios.Length; i++)
        {
            double quiet = Latencies.P99(port, options.Seconds);
            crowd.Tell($"begin {options.Clients} {SlowKind.Head} {SlowKind.Body} {SlowKind.FileReader}");
            AwaitOpen(server, options.Clients);
            var cpuBefore = server.CpuTime;
            long began = Environment.TickCount64;
            double loaded = Latencies.P99(port, options.Seconds);
            double cpu = (server.CpuTime - cpuBefore).TotalMilliseconds / (Environment.TickCount64 - began);
            string cuts = crowd.Tell("end");
            AwaitOpen(server, 0);

            ratios[i] = loaded / quiet;
            Say(
                $"{backend} round {i + 1}: p99 quiet {quiet:0} µs, beside {options.Clients} slow clients {loaded:0} µs, "
                    + $"{ratios[i]:0.00} times; server at {cpu:P0} of its core, {cuts} slow ones cut off"
            );
        }

        Array.Sort(ratios);
        double median = ratios[ratios.Length / 2];
        Say(
            $"{backend}: p99 beside {options.Clients} slow clients is {median:0.00} times the quiet one (median; {ratios[0]:0.00} "
                + $"to {ratios[^1]:0.00}), at most {options.Bound:0.00} wanted"
        );
        return median <= options.Bound;
    }

    /// <summary>Until the server has so many connections, give or take those that it has just cut off.</summary>
    public static void AwaitOpen(Child server, int connections)
    {
        while (Math.Abs(int.Parse(server.Tell("how many")) - connections) > connections / 20)
        {
            Thread.Sleep(10);
        }
    }

    public static void Say(string line) => Console.WriteLine(line);
}
