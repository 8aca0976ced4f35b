namespace Stryke.Web.Http.Http1;

/// <summary>What the fields of a head said about its message and its connection.</summary>
[Flags]
internal enum HeadFlags : ushort
{
    None = 0,

    /// <summary>The target is in absolute form: its authority stands in place of the Host field.</summary>
    AbsoluteForm = 1,

    /// <summary>There was a Host field.</summary>
    Host = 2,

    /// <summary>There was a Content-Length field.</summary>
    Length = 4,

    /// <summary>There was a Transfer-Encoding field.</summary>
    TransferEncoding = 8,

    /// <summary>The last transfer coding is chunked.</summary>
    Chunked = 16,

    /// <summary>There was a transfer coding that is not chunked.</summary>
    OtherCoding = 32,

    /// <summary>Connection: close.</summary>
    Close = 64,

    /// <summary>Connection: keep-alive.</summary>
    KeepAlive = 128,

    /// <summary>Expect: 100-continue.</summary>
    ExpectContinue = 256,

    /// <summary>An expectation that is not 100-continue.</summary>
    ExpectOther = 512,

    /// <summary>There was a Content-Type field.</summary>
    ContentType = 1024,

    /// <summary>There was a Cookie field.</summary>
    Cookie = 2048,

    /// <summary>There was more than one Cookie field.</summary>
    CookieRepeated = 4096,
}
