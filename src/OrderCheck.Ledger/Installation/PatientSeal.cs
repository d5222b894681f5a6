using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OrderCheck.Ledger.Installation;

/// <summary>
/// Seals an identity with AES-256-GCM under the patient's own key: nonce (12 bytes), tag (16 bytes), cipher text. Whose it
/// is is authenticated with it, so that a row moved to another patient does not open.
/// </summary>
internal static class PatientSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    public static byte[] Seal(byte[] key, PatientIdentity patient)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new[] { patient.Name, patient.PersonNumber });
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var tag = new byte[TagBytes];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Owner(patient.Hospital, patient.PatientNumber));
        return [.. nonce, .. tag, .. cipher];
    }

    /// <exception cref="CryptographicException">The row was changed or belongs to another patient.</exception>
    public static PatientIdentity Open(byte[] key, byte[] sealedBytes, string hospital, string patientNumber)
    {
        var bytes = sealedBytes.AsSpan();
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain, Owner(hospital, patientNumber));
        var fields = JsonSerializer.Deserialize<string?[]>(plain)!;
        return new PatientIdentity(hospital, patientNumber, fields[0], fields[1]);
    }

    private static byte[] Owner(string hospital, string patientNumber) => Encoding.UTF8.GetBytes($"{hospital}/{patientNumber}");
}
