using System.Globalization;

namespace OrderCheck.Server.Hosting;

/// <summary>Whether texts are of their setting's type: binding alone would say so with a stack trace, or not at all.</summary>
internal static class SettingTypes
{
    public static IEnumerable<string> Faults(IConfiguration section)
    {
        foreach (var setting in Settings.All)
        {
            if (section[setting.Key] is not { } text)
                continue;
            var type = typeof(OrderCheckOptions).GetProperty(setting.Key)!.PropertyType;
            if (type == typeof(int) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return $"--{setting.Option} is {text}; it must be a whole number.";
            if (type == typeof(decimal) && !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                yield return $"--{setting.Option} is {text}; it must be a number such as 0.1.";
            if (type == typeof(bool) && !bool.TryParse(text, out _))
                yield return $"--{setting.Option} is {text}; it must be true or false.";
        }
    }
}
