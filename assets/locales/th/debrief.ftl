debrief-phase = สรุปบทเรียน
debrief-rounds = { $rounds } รอบ · ทั้งสองฝ่ายร่วมกัน
debrief-facts = { $rounds } รอบ · { $outcome } · { $score } จาก 100 คะแนน
debrief-outcome-full = คลี่คลายคดีได้
debrief-outcome-partial = คลี่คลายได้บางส่วน
debrief-outcome-failed = ยังคลี่คลายไม่ได้
debrief-save = ส่งออก
debrief-save-page = หน้าเว็บ
debrief-save-word = Word
debrief-save-excel = Excel
debrief-saved = บันทึกรายงานแล้ว: { $path }
debrief-report-asked = โต๊ะกำลังทำรายงาน จะบันทึกไว้ในเครื่องนี้
debrief-not-saved = บันทึกรายงานไม่ได้: { $why }
debrief-no-file = การฝึกครั้งนี้ไม่ได้เก็บเป็นไฟล์ จึงไม่มีข้อมูลให้ทำรายงาน
debrief-home = หน้าแรก
debrief-nothing = ยังสรุปบทเรียนไม่ได้ จะเปิดให้เมื่อการฝึกจบ

debrief-tell-title = เล่าด้วยตนเองก่อน
debrief-tell-how = ตอนนี้ทั้งสองฝ่ายมานั่งด้วยกัน ก่อนที่โปรแกรมจะแสดงอะไร ให้แต่ละฝ่ายเล่าว่ารู้อะไร ทำอะไร และเพราะอะไร ไม่มีการให้คะแนนในช่วงนี้ ผู้เข้ารับการฝึกเรียนรู้ได้มากที่สุดเมื่อนำการพูดคุยเอง
debrief-tell-then = เมื่อทุกคนได้พูดแล้ว ให้เปิดดูข้อเท็จจริง เปิดแล้วจะแสดงไว้ตลอด
debrief-open-truth = เปิดข้อเท็จจริง
debrief-prompt-what = เกิดอะไรขึ้นบ้าง ตั้งแต่นาทีแรกจนจบ ตามที่ท่านเห็น
debrief-prompt-held = ท่านถืออะไรที่อีกฝ่ายต้องใช้ และเขาได้รับเมื่อใด
debrief-prompt-theory = ข้อสันนิษฐานของท่านเปลี่ยนเมื่อใด และอะไรทำให้เปลี่ยน

debrief-tab-knowledge = ใครรู้อะไร เมื่อใด
debrief-tab-truth = ข้อเท็จจริง
debrief-tab-theories = ข้อสันนิษฐานแรก
debrief-tab-score = คะแนน
debrief-tab-hot-wash = คำถามชวนคิด

debrief-round = รอบที่ { $round }
debrief-row = { $number } { $title }
debrief-critical = สำคัญ
debrief-false-lead = เบาะแสลวง
debrief-legend-held = เริ่มถือข้อมูล
debrief-legend-shared = ส่งให้อีกฝ่าย
debrief-legend-used = ใช้ในงานหรือข้อสรุป
debrief-all-items = ทั้ง { $number } รายการ
debrief-no-items = ไม่มีใครถือข้อมูลใดในการฝึกครั้งนี้
debrief-bar-held = ถือไว้ { $rounds } รอบ
debrief-bar-never = ไม่ได้ส่งเลย
debrief-not-used = ไม่ได้ใช้

debrief-form-full = ฉบับเต็ม
debrief-form-tear-line = ฉบับย่อ
debrief-way-held = { $team }ถือไว้ตั้งแต่รอบที่ { $round }
debrief-way-not-held = { $team }ไม่พบข้อมูลนี้
debrief-way-shared = { $team }ส่ง{ $form }ในรอบที่ { $round } และ{ $partner }ได้รับทันที
debrief-way-shared-later = { $team }ส่ง{ $form }ในรอบที่ { $round } ถึง{ $partner }ในรอบที่ { $arrived }
debrief-way-sent = { $team }ส่ง{ $form }ในรอบที่ { $round } แต่ไปไม่ทัน
debrief-way-found = { $partner }พบเองในรอบที่ { $round }
debrief-way-never = { $team }ไม่ได้ส่งให้{ $partner }เลย
debrief-way-used = ใช้ครั้งแรกในรอบที่ { $round }
debrief-way-unused = ไม่มีงานหรือข้อสรุปใดอาศัยข้อมูลนี้
debrief-lesson = สำคัญอย่างไร

debrief-unshared = ถือไว้แต่ไม่ได้ส่ง
debrief-unshared-none = รายการสำคัญที่พบ ส่งให้อีกฝ่ายในรอบเดียวกันทุกรายการ ลองคุยกันว่าอะไรทำให้ทำได้
debrief-unshared-no-critical = ไม่มีใครพบรายการสำคัญ จึงไม่มีอะไรให้เก็บไว้ ดูแท็บ “ข้อเท็จจริง” ว่าควรค้นที่ไหน
debrief-in-time = ส่งทันเวลา
debrief-in-time-way = { $partner }ได้รับจาก{ $owner }ในรอบที่ { $round }
debrief-others = รายการอื่นที่พบ { $of } รายการ { $kept ->
    [0] ถึงอีกฝ่ายครบทุกรายการ
   *[other] มี { $kept } รายการที่ไม่เคยถึงอีกฝ่าย ลองดูในรายการทั้งหมดว่ารายการไหนน่าจะช่วยได้
}
debrief-cost-late = { $owner }ถือไว้ตั้งแต่รอบที่ { $held } และส่งในรอบที่ { $shared } { $partner }ต้องใช้ แต่ต้องทำงานโดยไม่มีข้อมูลนี้ { $wait } รอบ
debrief-cost-slow = { $owner }ส่งทันทีในรอบที่ { $shared } แต่ข้อจำกัดการใช้ข้อมูลและช่องทางทำให้ต้องรอถึงรอบที่ { $arrived } { $partner }ซึ่งต้องใช้จึงได้รับ
debrief-cost-late-and-slow = { $owner }ถือไว้ตั้งแต่รอบที่ { $held } และส่งในรอบที่ { $shared } ข้อจำกัดการใช้ข้อมูลและช่องทางทำให้ต้องรอถึงรอบที่ { $arrived } { $partner }ซึ่งต้องใช้จึงได้รับช้าไป { $wait } รอบ
debrief-cost-never = { $owner }ถือไว้ตั้งแต่รอบที่ { $held } จนจบและไม่ได้ส่งเลย { $partner }ต้องใช้ข้อมูลนี้
debrief-cost-found-itself = { $owner }ถือไว้ตั้งแต่รอบที่ { $held } และไม่ได้ส่งเลย { $partner }ซึ่งต้องใช้พบเองในรอบที่ { $arrived }
debrief-cost-not-found = { $owner }ไม่พบข้อมูลนี้ { $partner }ซึ่งต้องใช้จึงไม่เคยได้รับ

debrief-story = ความจริงที่เกิดขึ้น
debrief-steps = ทีละขั้น
debrief-prevented = งานของท่านป้องกันไว้ได้: { $text }

debrief-offence = เป็นความผิดฐานใด
debrief-offence-smuggling = ลักลอบขนผู้โยกย้ายถิ่นฐาน
debrief-offence-trafficking = ค้ามนุษย์
debrief-offence-both = ทั้งสองฐานความผิด
debrief-offence-neither = ไม่ใช่ทั้งสองฐาน
debrief-status-unknown = ยังไม่พิจารณา
debrief-status-migrant = ผู้โยกย้ายถิ่นฐานที่ถูกลักลอบขน
debrief-status-presumed-victim = ผู้ที่อาจเป็นผู้เสียหาย
debrief-status-referred = ผู้เสียหาย ต้องส่งต่อ
debrief-cited = รายการที่อ้างอิง
debrief-cited-none = ไม่มี
debrief-sure = ความมั่นใจ
debrief-open = ยังไม่ตอบ
debrief-first-theory = ข้อสันนิษฐานแรก
debrief-verdict = ข้อสรุปร่วม
debrief-verdict-by = ลงนามทั้งสองฝ่าย
debrief-verdict-none = ไม่ได้ลงนาม
debrief-answer = คำตอบที่ถูกต้อง
debrief-answer-how = ตามข้อเท็จจริง
debrief-mark-right = ถูกต้อง
debrief-mark-wrong = ไม่ถูกต้อง
debrief-mark-open = ไม่มีคำตอบ
debrief-theories-how = ข้อสันนิษฐานแรกเกิดจากข้อเท็จจริงเพียงครึ่งเดียว ให้หาแถวที่เปลี่ยนไป แล้วบอกว่ารายการไหนทำให้เปลี่ยน
debrief-right-of = ถูกต้อง { $right } จาก { $of } ข้อ
debrief-right-none = ไม่ได้บันทึก
debrief-theories-sum = ตอนแรก{ $north } { $first } · ตอนแรก{ $south } { $second } · ข้อสรุปร่วม { $verdict }

debrief-points-of = { $points } จาก { $of } คะแนน
debrief-met = ทำได้
debrief-not-met = ทำไม่ได้
debrief-points-met = +{ $points }
debrief-points-missed = 0 จาก { $points }
debrief-score-of = { $score } จาก 100
debrief-sum-plain = คือคะแนนรวมของข้อที่ทำได้
debrief-sum = ทำได้ { $met } จาก { $all } คะแนน คิดเป็น { $score } จาก 100
debrief-sum-less = ทำได้ { $met } จาก { $all } คะแนน คิดเป็น { $share } จาก 100 หักออก { $penalty } คะแนน เพราะความมั่นใจในข้อสรุปต่างจากความถูกต้อง
debrief-calibration = มั่นใจเท่าใด ถูกต้องเท่าใด
debrief-calibration-none = ไม่มีข้อสรุปร่วม จึงไม่มีอะไรให้เทียบ
debrief-calibration-over = ท่านมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ มั่นใจเกินกว่าที่พยานหลักฐานรองรับ{ $penalty ->
    [0] {""}
   *[other] {" "}จึงเสีย { $penalty } คะแนน
}
debrief-calibration-under = ท่านมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ ท่านเชื่อพยานหลักฐานของตนได้มากกว่านี้{ $penalty ->
    [0] {""}
   *[other] {" "}ความลังเลทำให้เสีย { $penalty } คะแนน
}
debrief-calibration-well = ท่านมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ ท่านรู้ว่าตนรู้มากเพียงใด
debrief-welfare = สวัสดิภาพของผู้ที่อยู่ในภาวะเสี่ยง
debrief-welfare-loss = { $loss ->
    [0] ไม่มีใครแย่ลงกว่าตอนเริ่ม
   *[other] สวัสดิภาพลดลงรวม { $loss } (10 คือดี 0 คือแย่ที่สุด)
}
debrief-welfare-from-to = { $truth } · จาก { $from } เป็น { $to }
debrief-welfare-start = เริ่ม

debrief-hot-wash-how = ทีละคำถาม ให้แต่ละฝ่ายตอบก่อนที่ใครจะแสดงความเห็น
debrief-question = คำถามที่ { $number } จาก { $of }
debrief-question-before = ก่อนหน้า
debrief-question-after = คำถามถัดไป
debrief-question-first = นี่คือคำถามแรก
debrief-question-last = นี่คือคำถามสุดท้าย
debrief-sum-none = ทำได้ { $met } จาก { $all } คะแนน คิดเป็น { $share } จาก 100 หักออก { $penalty } คะแนน เพราะไม่มีข้อสรุปร่วมกัน
debrief-held = การฝึกจบแล้ว
debrief-held-do = ความจริงรอจนกว่าวิทยากรจะเปิด เล่าด้วยตัวเองก่อน:
debrief-held-1 = คุณคิดว่าเกิดอะไรขึ้น และความคิดนั้นเปลี่ยนเมื่อไร
debrief-held-2 = คุณรู้อะไรที่อีกหน่วยต้องการ และเขาได้รู้เมื่อไร
debrief-held-3 = ในชั่วโมงแรก คุณจะทำอะไรต่างไป
debrief-file-elsewhere = การฝึกเก็บไว้ที่เครื่องของวิทยากร ดูย้อนหลังได้ที่นั่น
debrief-console = แผงควบคุม

debrief-ask-questions = ไปที่คำถาม
debrief-questions-then = พูดคุยทีละคำถาม ให้ทั้งสองทีมตอบทุกข้อ แล้วจึงเปิดสิ่งที่เกิดขึ้นจริง
debrief-tab-ratings = ผลการประเมิน
debrief-ratings-how = โปรแกรมเสนอ (ขีดเส้นใต้) คนเป็นผู้ตัดสิน (ทึบ) P สำเร็จ · S สำเร็จแต่ยังราบรื่นกว่านี้ได้ · M สำเร็จแต่กระทบงานอื่น · U ไม่สำเร็จ
debrief-ratings-open = { $number ->
    [0] ตัดสินครบทุกข้อแล้ว
   *[other] ยังมีภารกิจสำคัญ { $number } ข้อที่ต้องตัดสิน
}
debrief-ratings-no-guide = คดีนี้ไม่มีคู่มือการประเมิน จึงไม่มีภารกิจสำคัญให้ประเมิน ดูที่ “คะแนน” หรือเพิ่มไฟล์ evaluation.ron ในคดี
debrief-ratings-no-record = บันทึกไม่ได้อยู่ในเครื่องนี้ จึงเสนอผลการประเมินที่นี่ไม่ได้
debrief-rating-p = สำเร็จ และไม่กระทบงานอื่น
debrief-rating-s = สำเร็จ แต่ยังราบรื่นกว่านี้ได้
debrief-rating-m = สำเร็จ แต่กระทบงานอื่น
debrief-rating-u = ไม่สำเร็จ
debrief-rating-means = { $letter } { $meaning }
debrief-rating-name = { $task }: { $rating }
debrief-rating-name-proposed = { $task }: { $rating } (ที่เสนอ)
debrief-rating-seen = พบ { $met } จาก { $of } ข้อ
debrief-rating-seen-and-eye = พบ { $met } จาก { $of } ข้อ อีก { $eye } ข้อให้ผู้ประเมินดู
debrief-rating-capped = ข้อผิดพลาดร้ายแรง: ไม่เกิน M
debrief-rating-capped-why = มีข้อผิดพลาดร้ายแรงในบันทึก ผลการประเมินจึงดีกว่า M ไม่ได้
debrief-rating-not-yours = วิทยากรเท่านั้นที่ตัดสินผลการประเมิน บอกความเห็นของคุณเมื่อพูดคุยกัน
debrief-rating-proposed = โปรแกรมเสนอ { $rating }
debrief-rating-for-eye = ไม่มีสิ่งใดในบันทึกแสดงเรื่องนี้ ผู้ประเมินต้องเป็นผู้บอก
debrief-rating-settled = ตัดสินแล้ว: { $rating }
debrief-rating-given = ผลที่ผู้ประเมินแต่ละคนให้
debrief-rating-differ = ไม่ตรงกัน
debrief-rating-note-how = เขียนเหตุผลก่อน กด Esc ออกจากช่อง แล้วกด P S M หรือ U บันทึกนี้จะแนบไปด้วย
debrief-rating-note = บันทึกประกอบผลการประเมิน
debrief-rating-note-hint = คุณเห็นอะไร
debrief-quote = “{ $text }”
debrief-observed-achieved = ถือว่าสำเร็จเมื่อ
debrief-observed-smooth = ถือว่าราบรื่นเมื่อ
debrief-observed-harmed = ถือว่ากระทบงานอื่นเมื่อ
debrief-observed-critical = ถือว่าเป็นข้อผิดพลาดร้ายแรงเมื่อ
debrief-observed-yes = พบในบันทึก
debrief-observed-no = ไม่พบในบันทึก
debrief-observed-eye = ให้ผู้ประเมินดู

debrief-cost = ผลของการรอ
debrief-cost-begins = กำลังเล่นการฝึกซ้ำโดยเปลี่ยนทีละเรื่อง …
debrief-cost-playing = เล่นซ้ำโดยเปลี่ยนทีละเรื่องแล้ว { $done } จาก { $of } ครั้ง
debrief-cost-failed = คำนวณไม่ได้ว่าการเปลี่ยนแต่ละเรื่องจะให้ผลอย่างไร { $why }
debrief-cost-nothing = ข้อมูลสำคัญทุกชิ้นที่ส่งทันได้ถูกส่งทันเวลา สองหน่วยงานไม่ได้ทำงานซ้อนกัน และไม่ได้ใช้สิ่งที่ไม่ได้รับความยินยอม
debrief-cost-how = เล่นซ้ำ { $runs } ครั้งนับจากเวลานั้นโดยทีมจำลอง วงเล็บคือช่วงความเชื่อมั่นร้อยละ 95 ไม่ใช่การตัดสินผู้ใด
debrief-cost-late-item = { $item } ส่งในรอบ { $to } แทนที่จะเป็นรอบ { $from }
debrief-cost-never-item = { $item } ส่งในรอบ { $to } แทนที่จะไม่ส่งเลย
debrief-cost-met = สองหน่วยงานตรวจสอบทะเบียนในรอบ { $round } และไม่พบกันในพื้นที่
debrief-cost-breach = ขอความยินยอมก่อนใช้ { $item } ในรอบ { $round }
debrief-cost-same = ผลจะไม่ต่างไปจากเดิม
debrief-cost-with = คลี่คลายคดีได้ หากเปลี่ยน
debrief-cost-without = คลี่คลายคดีได้ ตามที่เป็นมา
debrief-cost-share = { $percent } %
debrief-cost-interval = [{ $low }–{ $high }]
debrief-cost-points = { $points } คะแนน [{ $low } ถึง { $high }]
debrief-cost-no-difference = ไม่พบความต่าง: { $points } คะแนน [{ $low } ถึง { $high }]
debrief-cost-rests = ตัวเลขเหล่านี้อาศัยสมมติฐานใด
whatif-assumption-both-simulated = นับจากเวลานั้น ทั้งสองทีมเป็นทีมจำลอง ทั้งแบบที่เปลี่ยนและไม่เปลี่ยน
whatif-assumption-habits-kept = ทีมจำลองทำตามแนวปฏิบัติในบันทึกจนถึงเวลานั้น หากบันทึกมีน้อยจะใช้ทั้งบันทึก แล้วจึงใช้แนวปฏิบัติทั่วไป
whatif-assumption-cannot-read = ทีมจำลองอ่านเนื้อความไม่ได้ อาศัยเพียงสิ่งที่อยู่ในรายการ มีชื่อ และถือครอง คำวินิจฉัยก็เช่นกัน
whatif-assumption-played-soundly = ทีมจำลองตรวจเอกสาร สัมภาษณ์ และทำหน้าที่ที่ช่องตรวจได้ดี ไม่ว่าเจ้าหน้าที่จริงจะทำได้เพียงใด
whatif-assumption-decisions-kept = เรื่องที่เหตุการณ์แทรกให้ตัดสินใจใช้ผลตามจริง เรื่องที่ไม่เคยถามใช้การสุ่ม
whatif-assumption-trainer-still = วิทยากรไม่แทรกแซงอีก
whatif-assumption-same-luck = ทั้งสองแบบมีโชคเดียวกัน
whatif-assumption-only-the-item = ข้อมูลชิ้นนั้นส่งตามจริง หรือส่งทันทีทุกทางที่ชอบด้วยกฎหมายและเป็นประโยชน์ ส่วนอื่นส่งตามแนวปฏิบัติ
whatif-assumption-round-as-given = รอบที่สองหน่วยงานพบกันดำเนินตามงานที่มอบไว้ เจ้าหน้าที่ที่ถูกเรียกกลับได้งานอื่นหรือไม่มีงาน
whatif-assumption-consent-given = คู่ความร่วมมือจะให้ความยินยอม
whatif-assumption-one-at-a-time = เปลี่ยนทีละเรื่อง ผลของหลายเรื่องนำมารวมกันไม่ได้
whatif-assumption-each-alone = ช่วงความเชื่อมั่นแต่ละช่วงเป็นอิสระ ในยี่สิบช่วงจะพลาดหนึ่งช่วงโดยบังเอิญ

debrief-tab-learning = การเรียนรู้
debrief-learning-none = กรณีนี้ไม่มีแบบสอบถาม จึงบอกไม่ได้ว่าเรียนรู้อะไร
debrief-learning-how = คำถามความรู้ที่ถามก่อนและหลัง พร้อมคำตอบที่ถูกและจำนวนผู้ที่ตอบถูก ใครตอบอะไรเป็นเรื่องของแต่ละคน
debrief-learning-waits = ผู้ที่ตอบก่อนการฝึก { $number } คน ยังไม่ได้ตอบหลังการฝึก
debrief-learning-show = แสดงคำตอบเดี๋ยวนี้
debrief-learning-fill = ตอบแบบสอบถาม
debrief-learning-locked = คำตอบที่ถูกจะแสดงเมื่อทุกคนที่ตอบก่อนการฝึกได้ตอบหลังการฝึกแล้ว ใครอ่านก่อนย่อมวัดอะไรไม่ได้อีก
debrief-learning-source = ที่มา: { $source }
debrief-learning-nobody = ยังไม่มีใครตอบข้อนี้
debrief-learning-knew = ตอบถูก { $right } จาก { $of } คน
debrief-learning-owes = ยังไม่ได้ตอบฉบับหลัง
debrief-truth-play = เล่น
debrief-truth-stop = หยุด
debrief-truth-before = ย้อน
debrief-truth-after = ต่อไป
debrief-truth-first = นี่คือขั้นแรก
debrief-truth-last = นี่คือขั้นสุดท้าย
debrief-truth-at = ขั้นที่ { $step } จาก { $of } · รอบ { $round }
debrief-cost-with-part = คลี่คลายได้อย่างน้อยบางส่วน เมื่อมีสิ่งนี้
debrief-cost-without-part = คลี่คลายได้อย่างน้อยบางส่วน ตามที่เป็น
