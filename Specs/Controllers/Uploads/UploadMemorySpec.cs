using System.Net.Http.Headers;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>What an upload takes of memory, however large it is.</summary>
public sealed class UploadMemorySpec
{
    [Theory]
    [OnEveryBackend]
    public async Task Two_hundred_megabytes_pass_through_in_the_memory_of_a_few_buffers(Backend backend)
    {
        const long Length = 200L << 20;
        await using var app = UploadApp.Start(backend);
        using var content = new StreamContent(new Zeros(Length));
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { content, "file", "large.png" } };
        var uploading = app.App.Client.PostAsync("/large", form);
        int most = 0;
        await Eventually.Holds(
            async () =>
            {
                most = Math.Max(most, await app.App.Core.Run(() => app.App.Core.Buffers.Outstanding));
                return uploading.IsCompleted;
            },
            "the upload is answered"
        );

        using var response = await uploading;
        Assert.Equal($"{Length}", await response.Content.ReadAsStringAsync());
        Assert.InRange(most, 1, 40);

        // What the core allocated in its whole life is more than what it can ever have held.
        Assert.InRange(await app.App.Core.Run(GC.GetAllocatedBytesForCurrentThread), 1, 16L << 20);
        await app.IsClean();
    }
}
