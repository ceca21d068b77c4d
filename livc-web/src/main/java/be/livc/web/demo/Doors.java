package be.livc.web.demo;

import be.livc.casefile.Measures;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.Trainings;
import be.livc.consultation.Consultations;
import be.livc.consultation.Meeting;
import be.livc.consultation.RollCall;
import be.livc.law.LegalBases;
import be.livc.workflow.livcr.CaseFlow;
import be.livc.workflow.livcr.ConsultationFlow;
import be.livc.workflow.livcr.ErasureFlow;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import jakarta.persistence.EntityManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The façades that the stories of the demo go through: those of the screens. */
@Component
@ConditionalOnProperty("livc.demo")
record Doors(
        SignalFlow signals,
        ListingFlow listing,
        Consultations consultations,
        ConsultationFlow consultationFlow,
        RollCall rollCall,
        Meeting meeting,
        CaseFlow cases,
        Measures measures,
        Trainings trainings,
        RiskAssessments riskAssessments,
        ErasureFlow erasures,
        CandidateFlow candidates,
        ReleaseFlow releases,
        LegalBases bases,
        EntityManager changes,
        StoryClock clock) {}
