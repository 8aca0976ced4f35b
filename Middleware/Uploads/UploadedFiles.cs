namespace Stryke.Web.Middleware.Uploads;

/// <summary>The files of one request. They go with it.</summary>
internal sealed class UploadedFiles(UploadSpool spool) : List<UploadedFile>, IDisposable
{
    public void Dispose()
    {
        List<string>? spooled = null;
        foreach (var file in this)
        {
            if (file.LetGo() is { } path)
                (spooled ??= []).Add(path);
        }

        if (spooled is not null)
            spool.DeleteLater(spooled);
    }
}
