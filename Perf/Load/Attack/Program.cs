// Read it in this order: Options, Attack (the rounds), AttackedServer and SlowCrowd (the two processes), SlowClient (what one of them
// does), Latencies, Memory.

using Stryke.Web.Perf.Attack;

if (args is ["serve", var backend])
    return AttackedServer.Serve(backend);
if (args is ["slow", var port])
    return SlowCrowd.Run(int.Parse(port));
if (!Options.TryParse(args, out var options))
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

bool holds = true;
foreach (string name in options.Backends)
{
    holds &= Attack.Run(name, options);
    if (options.Memory)
        Memory.Run(name, options);
}

return holds ? 0 : 1;
