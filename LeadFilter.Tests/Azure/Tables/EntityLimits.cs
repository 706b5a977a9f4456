using System.Text;
using Azure;
using Azure.Data.Tables;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>
/// What Table Storage refuses, as learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// says; Azurite refuses the same.
/// </summary>
internal static class EntityLimits
{
    private const int MaxKeyBytes = 1024;
    private const int MaxPropertyBytes = 64 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;
    private const int MaxProperties = 252;

    /// <summary>The entity's own properties as they are stored: times in UTC.</summary>
    /// <exception cref="RequestFailedException">400.</exception>
    public static Dictionary<string, object> Check(TableEntity entity)
    {
        CheckKey(entity.PartitionKey);
        CheckKey(entity.RowKey);
        var stored = new Dictionary<string, object>();
        var bytes = 0;
        foreach (var name in entity.Keys.Where(name => name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            Refuse(!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') || name.Length > 255, "PropertyNameInvalid");
            stored[name] = Stored(entity[name]);
            bytes += (name.Length * 2) + (stored[name] is string text ? SizeOf(text) : 8);
        }

        Refuse(stored.Count > MaxProperties, "TooManyProperties");
        Refuse(bytes > MaxEntityBytes, "EntityTooLarge");
        return stored;
    }

    private static object Stored(object value)
    {
        switch (value)
        {
            case string text:
                Refuse(SizeOf(text) > MaxPropertyBytes, "PropertyValueTooLarge");
                return text;
            case DateTimeOffset time:
                Refuse(time.UtcDateTime.Year < 1601, "OutOfRangeInput");
                return time.ToUniversalTime();
            case double number:
                return double.IsFinite(number) ? number : throw new ArgumentException("JSON has no such number.", nameof(value));
            case bool or long:
                return value;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void CheckKey(string key) => Refuse(
        SizeOf(key) > MaxKeyBytes || key.Any(letter => letter is '/' or '\\' or '#' or '?' or '%' || char.IsControl(letter)), "OutOfRangeInput");

    private static int SizeOf(string text) => Encoding.Unicode.GetByteCount(text);

    private static void Refuse(bool refused, string code)
    {
        if (refused)
        {
            throw new RequestFailedException(400, "Refused.", code, null);
        }
    }
}
