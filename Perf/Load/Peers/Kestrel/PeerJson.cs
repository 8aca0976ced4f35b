using System.Text.Json.Serialization;

namespace Stryke.Web.Perf.Peers.Kestrel;

[JsonSerializable(typeof(Message))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PeerJson : JsonSerializerContext;
