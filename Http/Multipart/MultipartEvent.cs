namespace Stryke.Web.Http.Multipart;

/// <summary>What a <see cref="MultipartReader"/> has read.</summary>
public enum MultipartEvent
{
    /// <summary>More bytes are needed. Pass those that were not consumed again, followed by more.</summary>
    NeedMore,

    /// <summary>A part begins. <see cref="MultipartReader.Part"/> is its head.</summary>
    Part,

    /// <summary>The bytes that were consumed by this call are content of the part.</summary>
    Data,

    /// <summary>The part is whole.</summary>
    PartEnd,

    /// <summary>The last part was read. What follows is ignored.</summary>
    End,
}
