using System.Security.Cryptography;

namespace OrderCheck.Server.Identity;

/// <summary>The installation's secret under which API keys are looked up: a file beside the store, never inside it.</summary>
internal static class PepperFile
{
    public const string Name = "key-pepper";

    private const int Length = 32;

    /// <summary>Reads the secret, or makes it at the first start.</summary>
    /// <exception cref="InvalidDataException">The file is not such a secret.</exception>
    public static byte[] ReadOrCreate(string dataDirectory)
    {
        PrivateFile.CreateFolder(dataDirectory);
        var path = Path.Combine(dataDirectory, Name);
        if (!File.Exists(path))
            PrivateFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            var secret = Convert.FromHexString(File.ReadAllText(path).Trim());
            if (secret.Length == Length)
                return secret;
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw new InvalidDataException($"{path} does not hold {Length * 2} hexadecimal digits. Restore it from the backup; without it every API key has to be made anew.");
    }
}
