using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Uploads;

/// <summary>
/// A file on its way in: in memory as long as its request may keep it there, then in a file of its own. The disk is written to away from
/// the core, a piece at a time; until one is written the next is not read.
/// </summary>
internal sealed class IncomingFile(UploadSpool spool)
{
    private const int FirstBytes = 4096;

    private byte[] _bytes = [];
    private FileStream? _file;
    private string? _path;

    public long Length { get; private set; }

    /// <summary>Bytes that it keeps in memory.</summary>
    public int InMemory => _file is null ? (int)Length : 0;

    /// <summary>Takes the next piece.</summary>
    /// <param name="piece">Must stay as it is until the task has ended.</param>
    /// <param name="memory">Bytes that this file may keep in memory.</param>
    public ValueTask Write(ReadOnlyMemory<byte> piece, int memory)
    {
        long length = Length;
        Length += piece.Length;
        if (_file is null && Length <= memory)
        {
            if (_bytes.Length < Length)
                Array.Resize(ref _bytes, (int)Math.Min(Math.Max(Length, Math.Max(FirstBytes, 2 * _bytes.Length)), memory));
            piece.CopyTo(_bytes.AsMemory((int)length));
            return default;
        }

        return new(
            Offload.Run(() =>
            {
                if (_file is null)
                {
                    _file = spool.Create(out _path);
                    _file.Write(_bytes, 0, (int)length);
                    _bytes = [];
                }

                _file.Write(piece.Span);
            })
        );
    }

    /// <summary>The file is whole.</summary>
    public async ValueTask<UploadedFile> End(string fieldName, string sentName, string? contentType)
    {
        if (_file is { } file)
            await Offload.Run(file.Dispose);
        return new UploadedFile(spool, fieldName, sentName, contentType ?? "application/octet-stream", _bytes, _path, Length);
    }

    /// <summary>It never will be.</summary>
    public void Drop()
    {
        _file?.Dispose();
        if (_path is not null)
            spool.DeleteLater([_path]);
    }
}
