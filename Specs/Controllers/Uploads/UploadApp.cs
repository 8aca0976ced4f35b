using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Specs.Compiler.Routes;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>An app that takes files, on a backend, with a folder of its own for them.</summary>
internal sealed class UploadApp : IAsyncDisposable
{
    private const string Source =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Post("/profile", Profiles.Create);
                    Patch("/people/:id", Profiles.Update);
                    Post("/photos", Profiles.Photos);
                    Post("/keep", Profiles.Keep);
                    Post("/replace", Profiles.Replace);
                    Post("/mirror", Profiles.Mirror);
                    Post("/wait", Profiles.Wait);
                    Post("/fault", Profiles.Fault);
                    Post("/large", Profiles.Large);
                    Post("/small", Profiles.Small);
                    Post("/streamed", Profiles.Streamed);
                    Get("/", Profiles.Alive);
                }
            }
            public sealed partial class ProfilesController : Controller
            {
                public static string Target = "";
                public static UploadedFile? Last;
                public static readonly TaskCompletionSource Gate = new();

                public async Task<Result> Create(string name, UploadedFile avatar)
                {
                    Last = avatar;
                    using var content = avatar.OpenRead();
                    var hash = Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(content));
                    return Text($"{name}|{avatar.FieldName}|{avatar.Name}|{avatar.ContentType}|{avatar.Length}|{hash}");
                }

                public Result Update(long id, string? name, UploadedFile? avatar) =>
                    Text($"{Request.Verb} {id} {name} {avatar?.Name ?? "none"}");

                public Result Photos(IReadOnlyList<UploadedFile> photos) =>
                    Text(string.Join(',', photos.Select(photo => $"{photo.Name}:{photo.Length}"))
                        + $" {Params.Nested("post").File("cover")?.Name} {Params.Nested("post")["title"]} {Context.Files.Count}");

                public async Task<Result> Keep(UploadedFile file)
                {
                    await file.CopyTo(Target + ".copy");
                    await file.MoveTo(Target);
                    try { file.OpenRead(); }
                    catch (ObjectDisposedException gone) { return Text(gone.Message); }
                    return Head(204);
                }

                public async Task<Result> Replace(UploadedFile file)
                {
                    await file.CopyTo(Target + ".copy", overwrite: true);
                    try { await file.MoveTo(Target + ".taken"); }
                    catch (System.IO.IOException) { }
                    await file.MoveTo(Target, overwrite: true);
                    return Head(204);
                }

                public Result Mirror(UploadedFile file) => Stream(async (stream, cancel) =>
                {
                    using var content = file.OpenRead();
                    var buffer = new byte[10_000];
                    for (int count; (count = await content.ReadAsync(buffer, cancel)) > 0;)
                        await stream.WriteAsync(buffer.AsMemory(0, count), cancel);
                }, file.ContentType, file.Length);

                public async Task<Result> Wait(UploadedFile file)
                {
                    await Gate.Task;
                    using var content = file.OpenRead();
                    return Text($"{content.Length}");
                }

                public Result Fault(UploadedFile file) => throw new InvalidOperationException($"As asked for, with {file.Name}.");

                [MaxBody(1L << 32)]
                public Result Large(UploadedFile file) => Text($"{file.Length}");

                [MaxBody(1000)]
                public Result Small(UploadedFile file) => Text($"{file.Length}");

                [StreamBody]
                public async Task<Result> Streamed()
                {
                    using var reader = new System.IO.StreamReader(RequestBody.AsStream());
                    return Text(await reader.ReadToEndAsync());
                }

                public Result Alive() => Text("alive");
            }
            """ + SpecApp.PlainStack;

    private static readonly AppCompilation Compiled = AppCompilation.Of(Source);

    private UploadApp(Backend backend, UploadOptions options, StrykeEnvironment environment)
    {
        App = SpecApp.Start(Compiled, backend, uploads: options, environment: environment);
        Folder = options.Folder;
    }

    public SpecApp App { get; }

    public string Folder { get; }

    /// <summary>Files of uploads that are there just now.</summary>
    public string[] Spooled => Directory.GetFiles(Folder);

    public static UploadApp Start(
        Backend backend,
        Func<string, UploadOptions>? options = null,
        StrykeEnvironment environment = StrykeEnvironment.Test
    )
    {
        string folder = Directory.CreateTempSubdirectory("uploads").FullName;
        try
        {
            return new UploadApp(backend, options?.Invoke(folder) ?? new UploadOptions { Folder = folder }, environment);
        }
        catch (PlatformNotSupportedException refusal)
        {
            Assert.Skip($"{backend} is not to be had on this machine: {refusal.Message}");
            throw;
        }
    }

    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(App.EndPoint);

    public object? Static(string field) => App.Type("ProfilesController").GetField(field)!.GetValue(null);

    public void SetStatic(string field, object value) => App.Type("ProfilesController").GetField(field)!.SetValue(null, value);

    public async Task<(int Status, string Body)> Post(string path, params (string Name, byte[] Content, string? File)[] parts)
    {
        using var response = await App.Client.PostAsync(path, Form(parts));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static MultipartFormDataContent Form(params (string Name, byte[] Content, string? File)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content, file) in parts)
        {
            if (file is null)
                form.Add(new ByteArrayContent(content), name);
            else
                form.Add(new ByteArrayContent(content) { Headers = { { "Content-Type", "image/png" } } }, name, file);
        }

        return form;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Bytes that are no text and not the same everywhere.</summary>
    public static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }

    /// <summary>A request as bytes: a form of parts that are written out.</summary>
    public static string Raw(string path, string body, string fields = "") =>
        $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
        + $"{Encoding.Latin1.GetByteCount(body)}\r\n{fields}\r\n{body}";

    public static string Part(string name, string content, string? file = null) =>
        $"--b\r\nContent-Disposition: form-data; name=\"{name}\"{(file is null ? "" : $"; filename=\"{file}\"")}\r\n\r\n{content}\r\n";

    /// <summary>Waits until the folder is empty, and no descriptor leads there.</summary>
    public Task IsClean() =>
        Eventually.Sees(
            () => (Files: Spooled.Length, Uploads: App.Services.Uploads.Count, Descriptors: Descriptors()),
            left => left == default,
            "no file of an upload is left"
        );

    /// <summary>Waits until a file of an upload is there and holds so many bytes.</summary>
    public Task HasSpooled(long bytes) =>
        Eventually.Sees(() => Spooled.Sum(file => new FileInfo(file).Length), length => length >= bytes, $"{bytes} bytes are spooled");

    /// <summary>Waits until nobody is connected.</summary>
    public Task IsAlone() => Eventually.Sees(() => App.Core.ConnectionCount, count => count == 0, "no connection is left");

    public int Descriptors() =>
        Directory
            .EnumerateFiles("/proc/self/fd")
            .Count(descriptor => Target(descriptor)?.StartsWith(Folder, StringComparison.Ordinal) == true);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Assert.Empty(Spooled);
        Directory.Delete(Folder, recursive: true);
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
