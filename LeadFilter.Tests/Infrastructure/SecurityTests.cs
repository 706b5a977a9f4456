using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>Nothing in the templates opens a door: identities instead of keys, secrets in Key Vault only.</summary>
[TestClass]
public sealed partial class SecurityTests
{
    private static readonly string[] SecretParameters = ["identitySecret", "adminKey", "crmSecrets"];

    [TestMethod]
    [DataRow("app/queues.bicep", "disableLocalAuth", "true")]
    [DataRow("app/queues.bicep", "minimumTlsVersion", "1.2")]
    [DataRow("app/storage.bicep", "allowSharedKeyAccess", "false")]
    [DataRow("app/storage.bicep", "allowBlobPublicAccess", "false")]
    [DataRow("app/storage.bicep", "minimumTlsVersion", "TLS1_2")]
    [DataRow("app/storage.bicep", "supportsHttpsTrafficOnly", "true")]
    [DataRow("app/storage.bicep", "publicAccess", "None")]
    [DataRow("app/secrets.bicep", "enableRbacAuthorization", "true")]
    [DataRow("app/secrets.bicep", "enablePurgeProtection", "true")]
    [DataRow("app/telemetry.bicep", "DisableLocalAuth", "true")]
    [DataRow("app/functions.bicep", "httpsOnly", "true")]
    [DataRow("app/functions.bicep", "minTlsVersion", "1.2")]
    [DataRow("app/functions.bicep", "ftpsState", "Disabled")]
    [DataRow("app/functions.bicep", "allow", "false")]
    public void A_door_is_shut(string file, string property, string value) => Assert.AreEqual(value, BicepFile.Read(file).Value(property));

    [TestMethod]
    [DataRow("ftp")]
    [DataRow("scm")]
    public void Packages_do_not_come_with_user_name_and_password(string way) =>
        Assert.Contains(
            $"'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {{\n  parent: app\n  name: '{way}'\n",
            BicepFile.Read("app/functions.bicep").Text,
            StringComparison.Ordinal);

    [TestMethod]
    public void Every_parameter_that_holds_a_secret_is_secure()
    {
        var open = BicepFile.All.SelectMany(file => ParameterWithDecorators().Matches(file.Text)
            .Where(found => SecretParameters.Contains(found.Groups["name"].Value))
            .Where(found => !found.Value.Contains("@secure()", StringComparison.Ordinal))
            .Select(found => $"{file.Name}: {found.Groups["name"].Value}"));
        Assert.AreEqual("", string.Join(", ", open));
    }

    [TestMethod]
    public void No_parameter_that_holds_a_secret_has_a_default() =>
        Assert.AreEqual("", string.Join(", ", BicepFile.All.SelectMany(file => file.Parameters
            .Where(one => SecretParameters.Contains(one.Key) && !one.Value)
            .Select(one => $"{file.Name}: {one.Key}"))));

    [TestMethod]
    public void The_parameter_file_takes_every_secret_from_the_environment()
    {
        var text = SampleFiles.Read("infra", "main.bicepparam");
        string[] settings =
        [
            "identitySecret = readEnvironmentVariable('LEADFILTER_IDENTITY_SECRET')",
            "adminKey = readEnvironmentVariable('LEADFILTER_ADMIN_KEY')",
            "CRM_SECRET: readEnvironmentVariable('CRM_SECRET')",
        ];
        foreach (var setting in settings)
        {
            Assert.Contains(setting, text, StringComparison.Ordinal);
        }
    }

    /// <summary>Long random-looking texts (words have no digits), account keys and connection strings. Ids of roles are GUIDs and public.</summary>
    [TestMethod]
    public void No_template_holds_a_text_that_looks_like_a_secret()
    {
        var suspicious = BicepFile.All.SelectMany(file => LooksSecret().Matches(file.Text).Select(found => $"{file.Name}: {found.Value}"));
        Assert.AreEqual("", string.Join(", ", suspicious));
    }

    [TestMethod]
    [DataRow("AccountKey=abc")]
    [DataRow("'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='")]
    [DataRow("listKeys()")]
    public void The_check_knows_a_secret_when_it_sees_one(string text) => Assert.IsTrue(LooksSecret().IsMatch(text));

    [TestMethod]
    public void Secrets_reach_the_app_by_reference_only()
    {
        var secrets = BicepFile.Read("app/secrets.bicep");
        foreach (var setting in new[] { "LEADFILTER_IDENTITY_SECRET", "LEADFILTER_ADMIN_KEY" })
        {
            Assert.StartsWith("@Microsoft.KeyVault(VaultName=", secrets.Value(setting), StringComparison.Ordinal);
        }

        Assert.AreEqual("identityId", BicepFile.Read("app/functions.bicep").Value("keyVaultReferenceIdentity"));
    }

    /// <summary>The least that the app can do with; ids from Microsoft's list of built-in roles.</summary>
    [TestMethod]
    public void The_app_has_these_roles_and_no_others()
    {
        var access = BicepFile.Read("app/access.bicep");
        string[] expected =
        [
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
            "4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
            "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", // Azure Service Bus Data Receiver
            "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", // Azure Service Bus Data Sender
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        ];
        var given = Guids().Matches(access.Text).Select(found => found.Value).Order(StringComparer.Ordinal).ToList();
        CollectionAssert.AreEqual(expected, given);
        Assert.Contains("'Microsoft.ServiceBus/namespaces/*/read'", access.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:^@[^\n]*\n|^\]\)\n|^  [^\n]*\n)*^param (?<name>\w+) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterWithDecorators();

    [GeneratedRegex(
        @"AccountKey=|SharedAccessKey=|sig=|listKeys\(|'(?=[^'\d]*\d)[A-Za-z0-9+/=]{32,}'|-----BEGIN",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksSecret();

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guids();
}
