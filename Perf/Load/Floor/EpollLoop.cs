using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Floor;

/// <summary>Accept, receive, answer, for ever.</summary>
internal sealed unsafe class EpollLoop(int port)
{
    private const int Capacity = 256,
        BufferBytes = 16 * 1024,
        ReadyIn = 1,
        Add = 1,
        NonBlocking = 0x800,
        NoSignal = 0x4000;

    private readonly byte* _in = (byte*)NativeMemory.Alloc(BufferBytes);
    private readonly byte* _out = (byte*)NativeMemory.Alloc(BufferBytes * 8);

    public void Run()
    {
        using var listener = Listening.On(port);
        int listening = (int)listener.Handle;
        int epoll = Libc.EpollCreate(0);
        Watch(epoll, listening);
        var ready = stackalloc Libc.EpollEvent[Capacity];
        while (true)
        {
            int count = Libc.EpollWait(epoll, ready, Capacity, -1);
            for (int i = 0; i < count; i++)
            {
                int fd = (int)ready[i].Data;
                if (fd != listening)
                {
                    Serve(fd);
                    continue;
                }
                while ((fd = Libc.Accept(listening, null, null, NonBlocking)) >= 0)
                    Watch(epoll, fd);
            }
        }
    }

    private void Serve(int fd)
    {
        nint received = Libc.Receive(fd, _in, BufferBytes, 0);
        if (received <= 0)
        {
            _ = Libc.Close(fd);
            return;
        }
        var requests = new ReadOnlySpan<byte>(_in, (int)received);
        int length = Answer.Write(requests, new Span<byte>(_out, BufferBytes * 8));
        _ = Libc.Send(fd, _out, length, NoSignal);
        if (Answer.IsLast(requests))
            _ = Libc.Close(fd);
    }

    private static void Watch(int epoll, int fd)
    {
        var change = new Libc.EpollEvent { Events = ReadyIn, Data = fd };
        _ = Libc.EpollControl(epoll, Add, fd, &change);
    }
}
