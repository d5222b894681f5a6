using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A member that the specification has and that nothing reads; the reason stands in <see cref="Core.Regions.NhsaFields"/>.</summary>
[JsonConverter(typeof(NhsaUnreadConverter))]
internal readonly struct NhsaUnread;
