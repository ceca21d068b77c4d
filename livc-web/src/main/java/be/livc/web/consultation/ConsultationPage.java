package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every screen of one consultation shows, beside the consultation itself.
 *
 * @param bases the legal bases it stands on
 * @param purposes what people read for the code of a purpose
 * @param seats everyone who is invited or came, as far as the reader sees it
 * @param missing what stands in the way of opening, in sentences
 * @param functions how many functions the cell cannot do without; 0 for who does not open the consultation
 * @param functionsPresent how many of those are there
 * @param me the reader
 * @param leads whether the reader records for others and opens and closes
 */
record ConsultationPage(
        ConsultationView view,
        List<Basis> bases,
        Map<String, String> purposes,
        List<Seat> seats,
        List<String> missing,
        int functions,
        int functionsPresent,
        MandateId me,
        boolean leads,
        LocalDate today) {

    /**
     * A legal basis of the consultation.
     *
     * @param valid whether it is valid on the day of the consultation
     * @param validNow whether it is valid at this moment
     */
    record Basis(
            String reference,
            String kind,
            String validity,
            Optional<LocalDate> validTo,
            boolean valid,
            boolean validNow) {}

    /** How many of those who are expected signed the statement of confidentiality. */
    public long signed() {
        return seats.stream().filter(Seat::signed).count();
    }

    /** How many are in the room. */
    public long present() {
        return seats.stream().filter(Seat::present).count();
    }

    /** Whether a basis is valid on the day of the consultation. */
    public boolean hasValidBasis() {
        return bases.stream().anyMatch(Basis::valid);
    }

    /** The reader's own seat, where they have one. */
    public Optional<Seat> mySeat() {
        return seats.stream().filter(seat -> seat.id().equals(me)).findFirst();
    }

    public boolean planned() {
        return view.state().equals("PLANNED");
    }

    public boolean open() {
        return view.state().equals("OPEN");
    }

    public boolean closed() {
        return view.state().equals("CLOSED");
    }

    public boolean calledOff() {
        return view.state().equals("CALLED_OFF");
    }

    /** Whether it was held, or never will be. */
    public boolean over() {
        return closed() || calledOff();
    }
}
