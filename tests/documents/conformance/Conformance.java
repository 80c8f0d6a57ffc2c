import java.io.FileInputStream;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Checks PDFs against PDF/A-3a and PDF/UA-1 with veraPDF: one line a file and profile, one line a broken rule. */
public final class Conformance {
    private static final String[][] PROFILES = {{"3a", "PDFA-3A.xml"}, {"ua1", "PDFUA-1.xml"}};

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String[] profile : PROFILES) {
                check(file, PDFAFlavour.fromString(profile[0]), read(profile[1]), profile[0]);
            }
        }
    }

    private static ValidationProfile read(String name) throws Exception {
        return Profiles.profileFromXml(
                Conformance.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name));
    }

    private static void check(String file, PDFAFlavour flavour, ValidationProfile rules, String name) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(rules, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name + " " + file);
            result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> "  " + one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " "
                            + one.getMessage().replace('\n', ' '))
                    .distinct()
                    .forEach(System.out::println);
        }
    }
}
