// floor PORT: what a bare epoll loop in C# can do on one thread, for the share of it that the framework keeps. It parses nothing: each empty line
// that arrives is the end of a request, and is answered with the same bytes.

using System.Globalization;
using Stryke.Web.Perf.Floor;

if (args.Length != 1 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int port))
{
    Console.Error.WriteLine("usage: floor PORT");
    return 2;
}

new EpollLoop(port).Run();
return 0;
