using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>The file of --bureau as it is written.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BureauFileForm(IReadOnlyList<BureauFileForm.OfHospital>? Hospitals)
{
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record OfHospital
    {
        public string? FixmedinsCode { get; init; }

        public string? Url { get; init; }

        public Dictionary<string, string>? Urls { get; init; }

        public string? Show { get; init; }

        public int? PatienceMs { get; init; }

        public int? DeadlineMs { get; init; }

        public int? AtOnce { get; init; }

        public string? Paasid { get; init; }

        public string? SecretFile { get; init; }

        public string? Signature { get; init; }

        public SignatureHeaders? SignatureHeaders { get; init; }

        public string? CaFile { get; init; }

        public Dictionary<string, string>? Headers { get; init; }

        public IReadOnlyList<IReadOnlyList<string>>? SameRules { get; init; }
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record SignatureHeaders(string? Paasid, string? Timestamp, string? Nonce, string? Signature);

    /// <exception cref="JsonException">It is not of this form; the message names line and member.</exception>
    public static BureauFileForm? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, BureauFileJson.Default.BureauFileForm);
}
