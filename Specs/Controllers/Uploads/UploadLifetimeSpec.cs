using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Stryke.Web.Actors;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Specs.Http.Http1;
using Xunit;
using static Stryke.Web.Specs.Controllers.Uploads.UploadApp;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>Where the files of a request are while it lasts, and that nothing is left of them after it, however it ends.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class UploadLifetimeSpec
{
    private const string Begun =
        "POST /wait HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
        + "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";

    [Theory]
    [OnEveryBackend(100)]
    [OnEveryBackend(200_000)]
    public async Task A_file_is_moved_to_where_it_stays_for_the_apps_own_user_alone(Backend backend, int length)
    {
        await using var app = UploadApp.Start(backend);
        string target = Path.Combine(Directory.CreateTempSubdirectory().FullName, "kept");
        app.SetStatic("Target", target);
        var (status, body) = await app.Post("/keep", ("file", Noise(length), "f"));
        Assert.Equal(200, status);
        Assert.StartsWith("The file of the field \"file\" is gone", body);
        await app.IsClean();
        foreach (string kept in new[] { target, target + ".copy" })
        {
            Assert.Equal(Noise(length), await File.ReadAllBytesAsync(kept));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        }

        Directory.Delete(Path.GetDirectoryName(target)!, recursive: true);
    }

    [Theory]
    [OnEveryBackend(100)]
    [OnEveryBackend(200_000)]
    public Task What_is_replaced_is_neither_followed_nor_opened(Backend backend, int length) =>
        ReplaceIn(Directory.CreateTempSubdirectory().FullName, backend, length);

    [Theory]
    [OnEveryBackend(200_000)]
    public Task On_another_file_system_neither(Backend backend, int length)
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no other file system here.");
        return ReplaceIn(Directory.CreateDirectory($"/dev/shm/stryke-{Guid.NewGuid():N}").FullName, backend, length);
    }

    private static async Task ReplaceIn(string folder, Backend backend, int length)
    {
        await using var app = UploadApp.Start(backend);
        var (target, victim) = (Path.Combine(folder, "kept"), Path.Combine(folder, "victim"));
        await File.WriteAllTextAsync(victim, "mine");
        await File.WriteAllTextAsync(target + ".taken", "mine");
        File.CreateSymbolicLink(target, victim);
        Assert.Equal(0, mkfifo(target + ".copy", 0b110_110_110));
        app.SetStatic("Target", target);
        Assert.Equal(204, (await app.Post("/replace", ("file", Noise(length), "f"))).Status);
        await app.IsClean();
        foreach (string kept in new[] { target, target + ".copy" })
        {
            Assert.Null(new FileInfo(kept).LinkTarget);
            Assert.Equal(Noise(length), await File.ReadAllBytesAsync(kept));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        }

        Assert.Equal(["mine", "mine"], [await File.ReadAllTextAsync(victim), await File.ReadAllTextAsync(target + ".taken")]);
        Assert.Equal(4, Directory.GetFiles(folder).Length);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_file_on_disk_is_readable_by_its_user_alone_while_the_request_lasts_and_gone_after_it(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        var answering = app.Post("/wait", ("file", Noise(200_000), "f"));
        await app.HasSpooled(200_000);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(app.Spooled)));
        ((TaskCompletionSource)app.Static("Gate")!).SetResult();
        Assert.Equal((200, "200000"), await answering);
        await app.IsClean();
    }

    [Theory]
    [OnEveryBackend(100)]
    [OnEveryBackend(200_000)]
    public async Task After_its_request_a_file_cannot_be_read(Backend backend, int length)
    {
        await using var app = UploadApp.Start(backend);
        await app.Post("/profile", ("name", [], null), ("avatar", Noise(length), "f"));
        await app.IsClean();
        Assert.Throws<ObjectDisposedException>(() => ((UploadedFile)app.Static("Last")!).OpenRead());
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_file_lasts_as_long_as_the_answer_that_is_made_of_it(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using var response = await app.App.Client.PostAsync("/mirror", Form(("file", Noise(5_000_000), "f")));
        Assert.Equal(SHA256.HashData(Noise(5_000_000)), await SHA256.HashDataAsync(await response.Content.ReadAsStreamAsync()));
        await app.IsClean();
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_of_the_action_leaves_nothing(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        Assert.Equal(500, (await app.Post("/fault", ("file", Noise(200_000), "f"))).Status);
        await app.IsClean();
    }

    [Theory]
    [OnEveryBackend(true)]
    [OnEveryBackend(false)]
    public async Task A_client_that_leaves_in_the_middle_leaves_nothing(Backend backend, bool isReset)
    {
        await using var app = UploadApp.Start(backend);
        int before = await app.App.Core.Run(() => app.App.Core.Buffers.Outstanding);
        for (int i = 0; i < 20; i++)
        {
            using var client = await app.ConnectAsync();
            await client.SendAsync(Begun + new string('x', 100_000 + (7_000 * i)));
            await app.HasSpooled(1);
            if (isReset)
                client.Socket.LingerState = new(true, 0);
            client.Dispose();
            await app.IsClean();
        }

        await app.IsAlone();
        Assert.Equal(before, await app.App.Core.Run(() => app.App.Core.Buffers.Outstanding));
        Assert.Empty(app.App.Faults);
        Assert.Equal((200, "alive"), await app.App.Get("/"));
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_client_that_leaves_an_action_waiting_leaves_nothing_when_that_has_ended(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using (var client = await app.ConnectAsync())
        {
            await client.SendAsync(Raw("/wait", Part("file", new string('x', 200_000), "f") + "--b--"));
            await app.HasSpooled(200_000);
            client.Socket.LingerState = new(true, 0);
        }

        await app.IsAlone();
        ((TaskCompletionSource)app.Static("Gate")!).SetResult();
        await app.IsClean();
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_stop_in_the_middle_leaves_nothing(Backend backend)
    {
        var app = UploadApp.Start(backend);
        using var client = await app.ConnectAsync();
        await client.SendAsync(Begun + new string('x', 500_000));
        await app.HasSpooled(1);
        await app.DisposeAsync();
        Assert.False(Directory.Exists(app.Folder));
    }

    [Fact]
    public void What_a_killed_process_left_is_deleted_a_day_later()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "made");
        using var spool = new UploadSpool(new UploadOptions { Folder = folder });
        spool.Prepare();
        string[] files = ["stryke-0.upload", "stryke-1.upload", "other"];
        foreach (string file in files)
            File.WriteAllText(Path.Combine(folder, file), "");
        foreach (string file in files[1..])
            File.SetLastWriteTimeUtc(Path.Combine(folder, file), DateTime.UtcNow.AddDays(-2));
        spool.Prepare();
        Assert.Equal(["other", "stryke-0.upload"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
