using Stryke.Web.Host.Serve;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Specs.Actors.Services;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>The folder for files of forms is looked through once an hour, and emptied in the end.</summary>
public sealed class UploadFolderSpec : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stryke-uploads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_killed_process_left_a_day_ago_goes_within_the_hour()
    {
        await using var scene = new ServiceScene();
        using var spool = new UploadSpool(new UploadOptions { Folder = _folder });
        await scene.Start(new UploadFolder(spool));
        string old = Left("stryke-old.upload", TimeSpan.FromHours(25)),
            young = Left("stryke-young.upload", TimeSpan.FromHours(23)),
            other = Left("other.txt", TimeSpan.FromHours(25));
        await scene.Clock.Pass(TimeSpan.FromHours(1));
        await scene.Clock.Pass(TimeSpan.FromMinutes(1)); // the next period has begun: that run has ended
        Assert.Equal([false, true, true], [File.Exists(old), File.Exists(young), File.Exists(other)]);

        spool.Create(out string own).Dispose();
        Assert.True(File.Exists(own));
        Assert.Empty(scene.Stop());
        Assert.False(File.Exists(own));
    }

    private string Left(string name, TimeSpan age)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - age);
        return path;
    }
}
