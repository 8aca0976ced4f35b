using System.Buffers;
using System.Text;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http;
using Stryke.Web.Http.Multipart;
using Stryke.Web.Middleware.Uploads;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Reads a <c>multipart/form-data</c> body as it arrives, and makes fields and files of it. What it holds is one buffer, which grows as the
/// client turns out to be fast, the text of the fields, and of the files what may be in memory.
/// </summary>
internal sealed class UploadReader
{
    private const int LargestBufferBytes = 64 * 1024;

    private readonly UploadSpool _spool;
    private readonly UploadOptions _options;
    private readonly FormFields _fields;
    private readonly UploadedFiles _files;
    private readonly MultipartReader _reader;
    private readonly ArrayBufferWriter<byte> _text = new();
    private IncomingFile? _file;
    private int _fileCount;
    private int _memoryBytes;
    private long _textBytes;

    private UploadReader(ReadOnlySpan<byte> contentType, UploadSpool spool, FormFields fields, UploadedFiles files, int maxFields)
    {
        _spool = spool;
        _options = spool.Options;
        _fields = fields;
        _files = files;
        _reader = new MultipartReader(
            contentType,
            new MultipartLimits
            {
                MaxPartHeadBytes = _options.MaxPartHeadBytes,

                // Files that a browser sends empty are parts as well.
                MaxParts = maxFields + (2 * _options.MaxFiles),
            }
        );
    }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="buffers">The core's buffers.</param>
    /// <param name="spool">Where large files go, and the limits.</param>
    /// <param name="fields">Takes the fields of text.</param>
    /// <param name="files">Takes the files; what it has must be disposed of in any case.</param>
    /// <param name="maxFields">Most fields of text.</param>
    /// <exception cref="RequestBodyException">The body is malformed, too large, or cut short.</exception>
    /// <exception cref="BadRequestException">There are too many fields or files.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static ValueTask Read(
        RequestBody body,
        ReadOnlySpan<byte> contentType,
        BufferPool buffers,
        UploadSpool spool,
        FormFields fields,
        UploadedFiles files,
        int maxFields = FormFields.MaxFields
    ) => new UploadReader(contentType, spool, fields, files, maxFields).Read(body, buffers);

    private async ValueTask Read(RequestBody body, BufferPool buffers)
    {
        byte[] buffer = buffers.Rent(BufferPool.SmallestBytes);
        try
        {
            for (int held = 0, count; (count = await body.ReadAsync(buffer.AsMemory(held))) > 0; )
            {
                bool wasFilled = held + count == buffer.Length;
                held = await Take(buffer, held + count);
                if (wasFilled && buffer.Length < LargestBufferBytes)
                    buffer = Grow(buffer, held, buffers);
            }

            _reader.Finish();
        }
        catch
        {
            _file?.Drop();
            throw;
        }
        finally
        {
            buffers.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int held, BufferPool buffers)
    {
        byte[] larger = buffers.Rent(2 * buffer.Length);
        buffer.AsSpan(0, held).CopyTo(larger);
        buffers.Return(buffer);
        return larger;
    }

    /// <returns>Bytes that are left over, at the start of the buffer.</returns>
    private async ValueTask<int> Take(byte[] buffer, int end)
    {
        int start = 0;
        while (true)
        {
            var what = _reader.Read(buffer.AsSpan(start, end - start), out int consumed);
            var content = buffer.AsMemory(start, consumed);
            start += consumed;
            switch (what)
            {
                case MultipartEvent.Part:
                    BeginPart();
                    break;
                case MultipartEvent.Data when _file is not null:
                    await TakeData(_file, content);
                    break;
                case MultipartEvent.Data:
                    Count(content.Length);
                    _text.Write(content.Span);
                    break;
                case MultipartEvent.PartEnd when _file is not null:
                    await EndFile(_file);
                    break;
                case MultipartEvent.PartEnd:
                    _fields.Add(_reader.Part.Name, Encoding.UTF8.GetString(_text.WrittenSpan));
                    _text.ResetWrittenCount();
                    break;
                case MultipartEvent.NeedMore:
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                    return end - start;
            }
        }
    }

    private void BeginPart()
    {
        if (_reader.Part.FileName is not null)
            _file = new IncomingFile(_spool);
        else
            Count(Encoding.UTF8.GetByteCount(_reader.Part.Name));
    }

    private ValueTask TakeData(IncomingFile file, ReadOnlyMemory<byte> content)
    {
        if (file.Length == 0 && ++_fileCount > _options.MaxFiles)
            throw TooManyFiles();
        if (_options.MaxFileBytes > 0 && file.Length + content.Length > _options.MaxFileBytes)
        {
            throw new RequestBodyException(
                413,
                $"The file of the field \"{_reader.Part.Name}\" is larger than {_options.MaxFileBytes} bytes."
            )
            {
                Limit = new LimitReached(RequestLimit.FileBytes),
            };
        }

        return file.Write(content, _options.MemoryBytes - _memoryBytes);
    }

    private async ValueTask EndFile(IncomingFile file)
    {
        var part = _reader.Part;

        // HTML, "constructing the entry list": a field whose visitor chose no file is sent as a file without name and content.
        if (file.Length > 0 || part.FileName!.Length > 0)
        {
            if (file.Length == 0 && ++_fileCount > _options.MaxFiles)
                throw TooManyFiles();
            _files.Add(await file.End(part.Name, part.FileName!, part.ContentType));
            _memoryBytes += file.InMemory;
        }

        _file = null;
    }

    private void Count(int bytes)
    {
        _textBytes += bytes;
        if (_textBytes > _options.MaxTextBytes)
        {
            throw new RequestBodyException(413, $"The fields of the form are larger than {_options.MaxTextBytes} bytes together.")
            {
                Limit = new LimitReached(RequestLimit.TextBytes),
            };
        }
    }

    private BadRequestException TooManyFiles() =>
        new($"The form has more than {_options.MaxFiles} files.") { Limit = new LimitReached(RequestLimit.Files) };
}
