using System.IO.Compression;
using System.Text;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Docs;

/// <summary>The folder of somebody who tries what the pages say: a clone's campaigns and samples, and files of the reader's own.</summary>
internal sealed class ReadersFolder : IDisposable
{
    private const string Leads =
        """
        first_name,last_name,E-Mail,ZIP,Best number,state,tcpa_consent
        Ada,Sample,Ada@Example.com,2139,(602) 234-9876,AZ,yes
        Bob,Sample,bob at example.com,85004,602-234-9877,Arizona,yes

        """;

    private static readonly (string Name, string Text)[] Own =
    [
        ("leads.csv", Leads),
        ("lead.json",
            """
            {"first_name":"Ada","last_name":"Sample","phone_1":"602-234-9876","state":"NY","tcpa_consent":"yes",
             "created_at":"{now-412s}"}
            """),
        ("customers.csv", "email,name\nann@example.com,Ann\nbob@example.com,Bob\nnobody,Nobody\ncid@example.com,Cid\n"),
        ("former-customers.txt", "ann@example.com\n"),
        ("person.txt", "zoe@example.com\n602-234-9870\n"),
        ("optouts.txt", "8d5a3b0b6a1f4d2c9e7f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5\n"),
        ("2026-11-30_602.txt", "602,2349876\r\n602,2349877\r\n"),
        ("bought-2026.csv",
            """
            bought_at,email,phone_1,vendor
            2026-11-01,ann@example.com,602-234-9876,acme
            2026-11-02,bob@example.com,602-234-9877,bright
            1999-01-01,cid@example.com,602-234-9878,acme
            some day,dee@example.com,602-234-9879,acme

            """),
        ("crm-export.ndjson", """{"created":"2026-11-03","email":"eve@example.com"}""" + "\n"),
    ];

    private readonly TemporaryFolder folder = new();

    public ReadersFolder()
    {
        foreach (var part in (string[])["campaigns", "samples"])
        {
            Directory.CreateDirectory(Path.Combine(Root, part));
            foreach (var file in Directory.GetFiles(Path.Combine(SampleFiles.Root, part)))
            {
                File.Copy(file, Path.Combine(Root, part, Path.GetFileName(file)));
            }
        }

        foreach (var (name, text) in Own)
        {
            File.WriteAllText(Path.Combine(Root, name), text);
        }

        using var zipped = new GZipStream(File.Create(Path.Combine(Root, "leads.ndjson.gz")), CompressionLevel.Fastest);
        zipped.Write(Encoding.UTF8.GetBytes("""{"_vendor":"acme","first_name":"Ada","email":"ada@example.com"}""" + "\n"));
    }

    public string Root => folder.Path;

    public string Data => Path.Combine(Root, ".leadfilter");

    public string Campaigns => Path.Combine(Root, "campaigns");

    public void Dispose() => folder.Dispose();
}
