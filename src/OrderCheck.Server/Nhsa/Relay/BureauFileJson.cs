using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Server.Nhsa.Relay;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(BureauFileForm))]
internal sealed partial class BureauFileJson : JsonSerializerContext;
