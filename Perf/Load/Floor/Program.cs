// floor epoll|io_uring PORT: what a bare loop in C# can do on one thread, for the share of it that the framework keeps. It parses nothing:
// each empty line that arrives is the end of a request, and is answered with the same bytes.

using System.Globalization;
using Stryke.Web.Perf.Floor;

if (args is not ["epoll" or "io_uring", var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int port))
{
    Console.Error.WriteLine("usage: floor epoll|io_uring PORT");
    return 2;
}

if (args[0] == "epoll")
    new EpollLoop(port).Run();
else
    new UringLoop(port).Run();
return 0;
