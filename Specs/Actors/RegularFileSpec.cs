using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Native;
using Xunit;

namespace Stryke.Web.Specs.Actors;

/// <summary>
/// Files that are opened for a name from outside: below their folder, only when they are files, and without waiting for
/// anybody.
/// </summary>
public sealed partial class RegularFileSpec : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("stryke-files-").FullName;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public RegularFileSpec()
    {
        Directory.CreateDirectory(At("in/deep"));
        Directory.CreateDirectory(At("beside"));
        foreach (
            string file in new[]
            {
                "in/a.txt",
                "in/deep/b.txt",
                "in/with space.txt",
                "in/back\\slash.txt",
                "in/...",
                "outside.txt",
                "beside/c.txt",
            }
        )
        {
            File.WriteAllText(At(file), Path.GetFileName(file));
        }

        Assert.Equal(0, mkfifo(At("in/fifo"), 0b110_000_000));
        Assert.Equal(0, mkfifo(At("fifo"), 0b110_000_000));
        File.CreateSymbolicLink(At("in/inward"), "deep/b.txt");
        File.CreateSymbolicLink(At("in/deep/upward"), "../a.txt");
        File.CreateSymbolicLink(At("in/out"), "../outside.txt");
        File.CreateSymbolicLink(At("in/absolute"), At("outside.txt"));
        File.CreateSymbolicLink(At("in/absolute-in"), At("in/a.txt"));
        File.CreateSymbolicLink(At("in/chain"), "deep/chained");
        File.CreateSymbolicLink(At("in/deep/chained"), "../../outside.txt");
        File.CreateSymbolicLink(At("in/folder"), "../beside");
        File.CreateSymbolicLink(At("in/folder-in"), "deep");
        File.CreateSymbolicLink(At("in/loop"), "loop");
        File.CreateSymbolicLink(At("in/dangling"), "nowhere");
        File.CreateSymbolicLink(At("in/null"), "/dev/null");
        File.CreateSymbolicLink(At("in/magic"), "/proc/self/root");
        File.CreateSymbolicLink(At("in/to-fifo"), "fifo");
        File.CreateSymbolicLink(At("root"), "in");
        _socket.Bind(new UnixDomainSocketEndPoint(At("in/socket")));
    }

    public void Dispose()
    {
        _socket.Dispose();
        Directory.Delete(_place, recursive: true);
    }

    public static readonly TheoryData<string, string> Files = new()
    {
        { "a.txt", "a.txt" },
        { "/a.txt", "a.txt" },
        { "//deep//b.txt", "b.txt" },
        { "./deep/./b.txt", "b.txt" },
        { "deep/../a.txt", "a.txt" },
        { "with space.txt", "with space.txt" },
        { "...", "..." },
        { "back\\slash.txt", "back\\slash.txt" },
    };

    public static readonly TheoryData<string> Nothing = new(
        "",
        ".",
        "..",
        "/",
        "./",
        "none",
        "none/a.txt",
        "a.txt/",
        "a.txt/.",
        "a.txt/b",
        "deep",
        "deep/",
        "deep/..",
        "../outside.txt",
        "deep/../../outside.txt",
        "../in/a.txt",
        "/etc/passwd",
        "a.txt\0",
        "\0",
        "deep\\b.txt",
        "..\\outside.txt",
        "fifo",
        "to-fifo",
        "socket",
        "null",
        "out",
        "absolute",
        "absolute-in",
        "chain",
        "deep/chained",
        "folder/c.txt",
        "folder",
        "folder/../a.txt/",
        "loop",
        "loop/a.txt",
        "dangling",
        "magic",
        "magic/etc/passwd",
        new string('x', 300),
        new string('y', 70_000)
    );

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_folder_is_opened(string name, string text)
    {
        foreach (var file in OpenEveryWay(At("in"), name))
            Assert.Equal(text, TextOf(file));
        Assert.Equal(text, TextOf(RegularFile.TryOpenBelow(At("root"), name)));
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Nothing_else_is_and_nobody_is_waited_for(string name)
    {
        await Task.Run(() => Assert.All(OpenEveryWay(At("in"), name), Assert.Null)).WaitAsync(Eventually.Bound);
    }

    [Theory]
    [InlineData("inward", "b.txt")]
    [InlineData("deep/upward", "a.txt")]
    [InlineData("folder-in/b.txt", "b.txt")]
    public void A_link_that_stays_in_the_folder_is_followed_where_the_kernel_sees_to_it(string name, string text)
    {
        using var folder = Folder(At("in"));
        int fd = BeneathFolder.OpenByKernel((int)folder.DangerousGetHandle(), name);
        Assert.SkipWhen(fd is -Errno.NoSystemCall or -Errno.Perm, "There is no openat2 here.");
        new SafeFileHandle(fd, ownsHandle: true).Dispose();
        Assert.Equal(text, TextOf(RegularFile.TryOpenBelow(At("in"), name)));
        Assert.True(BeneathFolder.Walk((int)folder.DangerousGetHandle(), name) < 0);
        Assert.Null(PlainOpening.TryOpenBelow(At("in"), name));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        foreach (string folder in new[] { "none", "in/a.txt", "none/none" })
        {
            var missing = Assert.Throws<DirectoryNotFoundException>(() => RegularFile.TryOpenBelow(At(folder), "a.txt"));
            Assert.StartsWith(
                $"There is no folder {At(folder)}. A relative path counts from the working directory, ",
                missing.Message,
                StringComparison.Ordinal
            );
        }
        Assert.Throws<DirectoryNotFoundException>(() => PlainOpening.TryOpenBelow(At("none"), "a.txt"));
    }

    [Fact]
    public async Task A_path_that_is_trusted_may_lead_anywhere_and_not_to_what_is_no_file()
    {
        Assert.Equal("outside.txt", TextOf(RegularFile.TryOpen(At("in/absolute"))));
        foreach (string name in new[] { "none", "in", "in/dangling", "in/loop", "in/a.txt/", "in/a.txt\0" })
            Assert.Null(RegularFile.TryOpen(At(name)));
        foreach ((string name, string what) in new[] { ("fifo", "a FIFO"), ("in/socket", "a socket or a device"), ("in/null", "a device") })
        {
            var refused = await Assert.ThrowsAsync<IOException>(() =>
                Task.Run(() => RegularFile.TryOpen(At(name))).WaitAsync(Eventually.Bound)
            );
            Assert.Equal($"{At(name)} is {what}, not a file.", refused.Message);
        }
    }

    [Fact]
    public void A_file_that_is_open_is_read_as_any_other()
    {
        using var file = RegularFile.TryOpenBelow(At("in"), "a.txt")!;
        Assert.Equal("a.txt", Encoding.UTF8.GetString(RegularFile.Read(file)));
        using var stream = new FileStream(file, FileAccess.Read);
        Assert.Equal("a.txt", new StreamReader(stream).ReadToEnd());
        // The kernel's own files say that they are empty.
        Assert.NotEmpty(RegularFile.TryRead("/proc/self/status")!);
    }

    [Fact]
    public async Task A_log_waits_for_no_reader_of_a_fifo_and_blocks_as_every_file_when_there_is_one()
    {
        var refused = await Assert.ThrowsAsync<IOException>(() =>
            Task.Run(() => AppendOnlyFile.Open(At("fifo"))).WaitAsync(Eventually.Bound)
        );
        Assert.Contains("it is a FIFO that nobody reads", refused.Message, StringComparison.Ordinal);
        using var reader = new FileStream(At("fifo"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        using var file = new FileStream(AppendOnlyFile.Open(At("fifo")), FileAccess.Write, bufferSize: 0);
        byte[] more = new byte[200_000]; // than a pipe holds
        var writing = Task.Run(() => file.Write(more));
        for (int read = 0; read < more.Length; )
            read += reader.Read(new byte[64 * 1024]);
        await writing;
    }

    private string At(string path) => Path.Combine(_place, path);

    /// <summary>The kernel's way, the walk, and what other systems have: they agree where no link is.</summary>
    private static List<SafeFileHandle?> OpenEveryWay(string folder, string name)
    {
        List<SafeFileHandle?> files = [RegularFile.TryOpenBelow(folder, name)];
        if (PathBelow.Normalize(name) is not { } path)
            return files;
        using var place = Folder(folder);
        int fd = BeneathFolder.Walk((int)place.DangerousGetHandle(), path);
        var walked = fd < 0 ? null : new SafeFileHandle(fd, ownsHandle: true);
        files.Add(walked is not null && Stryke.Web.Actors.Native.Files.KindOf(walked) == FileKind.Regular ? walked : null);
        // .NET would wait for whoever writes into a FIFO.
        if (name != "fifo" && name != "socket")
            files.Add(PlainOpening.TryOpenBelow(folder, path));
        return files;
    }

    private static SafeFileHandle Folder(string path) =>
        new(FileOpening.Open(path, Constants.OpenPlace | Constants.OpenDirectoryOnly), ownsHandle: true);

    private static string TextOf(SafeFileHandle? file)
    {
        Assert.NotNull(file);
        using (file)
            return Encoding.UTF8.GetString(RegularFile.Read(file));
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
