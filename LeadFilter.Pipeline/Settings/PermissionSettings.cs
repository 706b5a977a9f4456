using LeadFilter.Core.Permissions;

namespace LeadFilter.Pipeline.Settings;

/// <summary>Reads what the operator lets campaigns do.</summary>
public static class PermissionSettings
{
    /// <summary>Reads it.</summary>
    /// <param name="reader">The settings.</param>
    public static OperatorPermissions Read(SettingReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!SecretNames.TryParse(reader.Find(SecretNames.SettingName), out var secrets))
        {
            reader.Problems.Add(SecretNames.Problem);
        }

        var destinations = ReadDestinations(reader, Destinations.SettingName).And(ReadDestinations(reader, Destinations.OldSettingName));
        return new(secrets ?? SecretNames.Default, destinations);
    }

    private static Destinations ReadDestinations(SettingReader reader, string name)
    {
        if (Destinations.TryParse(reader.Find(name), out var destinations))
        {
            return destinations;
        }

        reader.Problems.Add(Destinations.Problem(name));
        return Destinations.Default;
    }
}
