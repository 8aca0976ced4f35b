namespace Stryke.Web.Http.Multipart;

/// <summary>What a <see cref="MultipartReader"/> has come upon.</summary>
public enum MultipartEvent
{
    /// <summary>Nothing more until more bytes are there. Those that were not consumed are to be shown again, with others behind them.</summary>
    NeedMore,

    /// <summary>A part begins: <see cref="MultipartReader.Part"/> is its head.</summary>
    Part,

    /// <summary>The bytes that were consumed by this call are content of the part.</summary>
    Data,

    /// <summary>The part is whole.</summary>
    PartEnd,

    /// <summary>The last part was read; what still comes is no content.</summary>
    End,
}
